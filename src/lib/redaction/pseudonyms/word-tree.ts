interface Branch<T> {
	/** What leads here from the branch above. */
	edge: string;
	value: T | undefined;
	/** By the first character of their edges. */
	branches: Map<string, Branch<T>> | undefined;
}

/** Words, of which the longest that begins at some place of a text is found without trying each. */
export class WordTree<T> {
	readonly #root: Branch<T> = { edge: '', value: undefined, branches: undefined };

	/** A word that is there already keeps its value. */
	add(word: string, value: T): void {
		let branch = this.#root;
		for (let at = 0; at < word.length;) {
			const next = branch.branches?.get(word.charAt(at));
			if (next === undefined) {
				grow(branch, { edge: word.slice(at), value, branches: undefined });
				return;
			}
			const shared = sharedLength(next.edge, word, at);
			if (shared < next.edge.length) split(next, shared);
			branch = next;
			at += shared;
		}
		branch.value ??= value;
	}

	/** All words that begin at a place, the longest last. */
	*wordsAt(text: string, start: number): Generator<{ length: number; value: T }> {
		let branch = this.#root;
		for (let at = start; at < text.length;) {
			const next = branch.branches?.get(text.charAt(at));
			if (next === undefined || !text.startsWith(next.edge, at)) return;
			at += next.edge.length;
			branch = next;
			if (branch.value !== undefined) yield { length: at - start, value: branch.value };
		}
	}
}

function grow<T>(branch: Branch<T>, next: Branch<T>): void {
	branch.branches ??= new Map();
	branch.branches.set(next.edge.charAt(0), next);
}

/** Makes a branch of the first characters of an edge, with the rest below it. */
function split<T>(branch: Branch<T>, length: number): void {
	const { edge, value, branches } = branch;
	branch.edge = edge.slice(0, length);
	branch.value = undefined;
	branch.branches = undefined;
	grow(branch, { edge: edge.slice(length), value, branches });
}

function sharedLength(edge: string, word: string, at: number): number {
	let length = 0;
	while (length < edge.length && edge.charAt(length) === word.charAt(at + length)) length++;
	return length;
}
