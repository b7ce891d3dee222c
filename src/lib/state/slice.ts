/** Milliseconds of work after which the page should get to draw and to answer. */
const SLICE = 8;

/** A stretch of long work: it is over when the page has waited long enough. */
export class Slice {
	readonly #end = performance.now() + SLICE;

	get over(): boolean {
		return performance.now() >= this.#end;
	}
}

/** Lets the page do what is due; resolves when it has nothing more pressing. Hidden pages do not slow it. */
export function nextSlice(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
