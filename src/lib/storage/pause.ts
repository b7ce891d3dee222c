/** A wait that can be ended early. */
export class Pause {
	#end: (() => void) | undefined;

	/** Resolves after so many milliseconds, or when `end` is called. */
	wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			this.#end = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}

	end(): void {
		this.#end?.();
	}
}
