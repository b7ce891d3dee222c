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
