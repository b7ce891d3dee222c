/** Characters that XML 1.0 has no way to write (§2.2), the other control characters, and halves of pairs. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Any text as it is written in XML and HTML, as content and in quotes; what they cannot hold as U+FFFD. */
export function markupText(text: string): string {
	return text
		.replace(UNWRITABLE, '\ufffd')
		.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** The same on one line. */
export function xmlText(text: string): string {
	return markupText(text).replace(/[\r\n\t]/g, ' ');
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; its content is written already. */
export function element(name: string, attributes: Attributes, content = ''): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
		.join('');
	return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A text, at a point. */
export function textAt(x: number, y: number, text: string, attributes: Attributes = {}): string {
	return element('text', { x: round(x), y: round(y), ...attributes }, xmlText(text) || ' ');
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
