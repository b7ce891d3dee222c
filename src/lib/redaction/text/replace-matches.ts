/**
 * A text with its matches replaced, and what is between them. What is `undefined` is no match after
 * all.
 *
 * @param pattern with the flag `g`; linear, since it is tried at every place
 */
export function replaceMatches(
	text: string,
	pattern: RegExp,
	match: (found: RegExpExecArray) => string | undefined,
	between: (text: string) => string
): string {
	let written = '';
	let end = 0;
	for (const found of text.matchAll(pattern)) {
		const replaced = match(found);
		if (replaced === undefined) continue;
		if (found.index > end) written += between(text.slice(end, found.index));
		written += replaced;
		end = found.index + found[0].length;
	}
	return end === text.length ? written : written + between(end === 0 ? text : text.slice(end));
}
