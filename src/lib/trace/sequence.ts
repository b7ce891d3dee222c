/** What can be looked at by its place: an array, or what only makes what is asked for. */
export interface Sequence<T> extends Iterable<T> {
	readonly length: number;
	/** The one at a place from 0 on; `undefined` behind the last. Arrays count places below 0 from their end. */
	at(index: number): T | undefined;
}
