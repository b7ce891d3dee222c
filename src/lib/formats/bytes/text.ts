/**
 * A file's bytes as text, chunk by chunk: UTF-8, or UTF-16 where a byte order mark says so (Windows
 * saves logs like that). Bytes that are no text become U+FFFD.
 */
export async function* readText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let decoder: TextDecoder | undefined;
	for await (const chunk of chunks) {
		decoder ??= new TextDecoder(encodingOf(chunk));
		const text = decoder.decode(chunk, { stream: true });
		if (text !== '') yield text;
	}
	const rest = decoder?.decode() ?? '';
	if (rest !== '') yield rest;
}

/** The text of a file's beginning; a character that is cut off at its end is left out. */
export function textOfHead(head: Uint8Array): string {
	return new TextDecoder(encodingOf(head)).decode(head, { stream: true });
}

function encodingOf([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
