/** Takes what one end of a flow turns out to have said. */
export interface Said {
	/** Bytes that are a message, or none; they are copied. */
	message(wire: Uint8Array): void;
	loss(reason: 'damaged' | 'cut off', detail: string): void;
}
