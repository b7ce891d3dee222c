/** Length of `text` in UTF-8, in bytes: what Content-Length counts (RFC 3261 §20.14). */
export function byteLength(text: string): number {
	let bytes = text.length;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x80) continue;
		bytes++;
		// Half of a surrogate pair: two bytes of the pair's four; alone it becomes U+FFFD, of three.
		if (code >= 0x800 && !isPaired(text, i)) bytes++;
	}
	return bytes;
}

/** Offset after `count` bytes of UTF-8 from `start` on, or -1 where the text ends before. */
export function offsetAfterBytes(text: string, start: number, count: number): number {
	let at = start;
	for (let left = count; left > 0; at++) {
		if (at >= text.length) return -1;
		const code = text.charCodeAt(at);
		left -= code < 0x80 ? 1 : code < 0x800 || isPaired(text, at) ? 2 : 3;
	}
	return at;
}

function isPaired(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return isHigh(code)
		? isLow(text.charCodeAt(at + 1))
		: isLow(code) && isHigh(text.charCodeAt(at - 1));
}

function isHigh(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
	return code >= 0xdc00 && code <= 0xdfff;
}
