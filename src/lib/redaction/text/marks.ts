const MARK = /\\["\\]|[<>"]/;

/**
 * What stands in for a damaged value, with the marks of the original that open or close an address or a
 * quoted string: without them, a reader would end what follows elsewhere, and take other parts for values.
 */
export function withMarksOf(original: string, replaced: string): string {
	if (!MARK.test(original) || MARK.test(replaced)) return replaced;
	return replaced + Array.from(original.matchAll(new RegExp(MARK, 'g')), ([mark]) => mark).join('');
}
