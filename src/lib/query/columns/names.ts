/** Different things, each with its place: what many messages have in common is a number in a column. */
export class Names<T> {
	readonly list: T[] = [];
	readonly #places = new Map<T, number>();

	/** The place of one; the next one, if it is new. */
	place(one: T): number {
		const known = this.#places.get(one);
		if (known !== undefined) return known;
		this.#places.set(one, this.list.length);
		return this.list.push(one) - 1;
	}

	/** `undefined` where no message has it. */
	find(one: T): number | undefined {
		return this.#places.get(one);
	}
}
