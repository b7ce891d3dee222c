/**
 * Any text as SIPp sends it: without meaning to SIPp, which reads `[…]` as keywords and `\x5B` as a character, and
 * takes away white space at the beginning of a line; nor to XML, whose CDATA ends at `]]>`.
 */
export function literal(text: string): string {
	return text.replace(/\\|\[|\]|[^\P{Cc}]|^ |\p{Cs}/gu, (character) =>
		/\p{Cs}/u.test(character) ? '\ufffd' : hexOf(character)
	);
}

function hexOf(character: string): string {
	return [...new TextEncoder().encode(character)]
		.map((octet) => `\\x${octet.toString(16).toUpperCase().padStart(2, '0')}`)
		.join('');
}
