/** What can be looked at by its place: an array, or what only makes what is asked for. */
export interface Sequence<T> extends Iterable<T> {
	readonly length: number;
	/** The one at a place from 0 on; `undefined` where there is none. */
	at(index: number): T | undefined;
}
