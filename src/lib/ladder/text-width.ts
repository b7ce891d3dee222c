/**
 * About how wide a text is in a sans-serif face, in pixels: a picture is drawn where no font can be
 * asked. Rather too wide than too narrow.
 */
export function textWidth(text: string, size: number, bold = false): number {
	let ems = 0;
	for (const character of text) ems += emsOf(character);
	return ems * size * (bold ? 1.08 : 1);
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cutToWidth(text: string, width: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= width) return text;
	const room = width - textWidth('…', size, bold);
	let cut = '';
	let used = 0;
	for (const character of text) {
		used += textWidth(character, size, bold);
		if (used > room) break;
		cut += character;
	}
	return `${cut.trimEnd()}…`;
}

function emsOf(character: string): number {
	if (/[ijl.,:;'|!()[\]{}tfr ·-]/.test(character)) return 0.36;
	if (/[mwMW@%…—]/.test(character)) return 0.95;
	if (/[A-Z0-9#$&+=<>~_]/.test(character)) return 0.68;
	return character < '\u1100' ? 0.61 : 1.05;
}
