/**
 * The text that UTF-8 bytes stand for (RFC 3629 §4); `undefined` where they are not valid UTF-8, so
 * that `encodeUtf8` gives back the very bytes of every text it returns.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
	let text = '';
	let points: number[] = [];
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		const point = readSequence(bytes, at, length);
		if (point === undefined) return undefined;
		points.push(point);
		at += length;
		if (points.length < CHUNK && at < bytes.length) continue;
		text += String.fromCodePoint(...points);
		points = [];
	}
	return text;
}

/** Where the first byte is that begins no valid sequence, -1 where there is none. */
export function invalidUtf8At(bytes: Uint8Array): number {
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		if (readSequence(bytes, at, length) === undefined) return at;
		at += length;
	}
	return -1;
}

/** UTF-8 of a text; half a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	for (const character of text) {
		const point = character.codePointAt(0) ?? 0;
		const code = isSurrogate(point) ? 0xfffd : point;
		const following = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
		bytes[length++] = (LEADING[following] ?? 0) | (code >> (6 * following));
		for (let left = following - 1; left >= 0; left--) {
			bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f);
		}
	}
	return bytes.slice(0, length);
}

/** As many arguments as any engine takes at once. */
const CHUNK = 8192;

/** The bits that lead a sequence, by how many bytes follow. */
const LEADING = [0, 0xc0, 0xe0, 0xf0];

/** The smallest code point that needs so many bytes: what is longer than needed is not valid. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function sequenceLength(first: number): number {
	if (first < 0x80) return 1;
	if (first < 0xe0) return 2;
	return first < 0xf0 ? 3 : 4;
}

function readSequence(bytes: Uint8Array, at: number, length: number): number | undefined {
	const first = bytes[at] ?? 0;
	if (length === 1) return first;
	if (first < 0xc0 || first > 0xf7) return undefined;
	let code = first & (0x7f >> length);
	for (let i = 1; i < length; i++) {
		const next = bytes[at + i] ?? 0;
		if (next >> 6 !== 2) return undefined;
		code = (code << 6) | (next & 0x3f);
	}
	const tooLong = code < (SMALLEST[length] ?? 0);
	return tooLong || isSurrogate(code) || code > 0x10ffff ? undefined : code;
}

function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdfff;
}
