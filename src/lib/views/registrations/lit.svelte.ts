/** What is lit because it has to do with what one points at. */
export class Lit {
	#keys = $state.raw<readonly string[]>([]);

	has(key: string): boolean {
		return this.#keys.includes(key);
	}

	light(keys: readonly string[]): void {
		this.#keys = keys;
	}

	off(): void {
		this.#keys = [];
	}
}
