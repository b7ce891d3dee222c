/**
 * Where `character` first is from `start` on, or `end` if it is not before that. It searches a part
 * of a text without cutting it out: in V8, a search in a slice is ten times slower.
 */
export function indexWithin(text: string, character: string, start: number, end: number): number {
	const at = text.indexOf(character, start);
	return at < 0 || at > end ? end : at;
}
