/** Takes what one end of a TCP connection sent, in its order. */
export interface StreamReader {
	/** The bytes from `start` to `end` come next. Whoever needs them longer copies them. */
	take(bytes: Uint8Array, start: number, end: number): void;
	/** So many bytes that come next were not captured; 0 where nobody knows how many. */
	gap(length: number): void;
	/** Nothing more comes: the connection was closed, or nothing more of it was captured. */
	end(isClosed: boolean): void;
}
