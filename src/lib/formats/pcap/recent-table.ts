/**
 * What was in use lately, by a number: when there is more than that, what was not used for longest is
 * forgotten. Looking something up costs the same however much there is.
 */
export class RecentTable<T extends { readonly key: number; next: T | undefined }> {
	#young = new Map<number, T>();
	#old = new Map<number, T>();
	#count = 0;
	readonly #most: number;
	readonly #onforget: (one: T) => void;

	/** @param most so many are kept for certain, and up to twice as many. */
	constructor(most: number, onforget: (one: T) => void) {
		this.#most = most;
		this.#onforget = onforget;
	}

	find(key: number, isIt: (one: T) => boolean): T | undefined {
		for (let one = this.#young.get(key); one; one = one.next) if (isIt(one)) return one;
		for (let one = this.#old.get(key); one; one = one.next) {
			if (!isIt(one)) continue;
			this.#remove(this.#old, one);
			this.add(one);
			return one;
		}
		return undefined;
	}

	add(one: T): void {
		if (this.#count >= this.#most) this.#age();
		one.next = this.#young.get(one.key);
		this.#young.set(one.key, one);
		this.#count++;
	}

	remove(one: T): void {
		if (this.#remove(this.#young, one)) this.#count--;
		else this.#remove(this.#old, one);
	}

	/** Forgets everything. */
	clear(): void {
		this.#age();
		this.#age();
	}

	#age(): void {
		const forgotten = this.#old;
		this.#old = this.#young;
		this.#young = new Map();
		this.#count = 0;
		for (const first of forgotten.values()) {
			for (let one: T | undefined = first; one; one = one.next) this.#onforget(one);
		}
	}

	#remove(table: Map<number, T>, one: T): boolean {
		let before: T | undefined;
		for (let at = table.get(one.key); at; before = at, at = at.next) {
			if (at !== one) continue;
			if (before) before.next = one.next;
			else if (one.next) table.set(one.key, one.next);
			else table.delete(one.key);
			return true;
		}
		return false;
	}
}
