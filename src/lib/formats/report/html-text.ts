const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Any text as HTML has it, as content and in quotes. Control characters, which it cannot hold, are shown as U+FFFD. */
export function htmlText(text: string): string {
	return text
		.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '\ufffd')
		.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
