/**
 * MD5 (RFC 1321) of a text's UTF-8, as 32 hexadecimal digits: what digest authentication is built
 * on (RFC 3261 §22.4). It secures nothing else here.
 */
export function md5(text: string): string {
	const words = paddedWords(utf8(text));
	const state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
	for (let block = 0; block < words.length; block += 16) digestBlock(state, words, block);
	return state.map(littleEndianHex).join('');
}

type State = [number, number, number, number];

/** Rotations of each round's four steps. */
const ROTATIONS = [
	[7, 12, 17, 22],
	[5, 9, 14, 20],
	[4, 11, 16, 23],
	[6, 10, 15, 21]
] as const;

/** Which word of the block step `i` of each round takes: `i * factor + offset` modulo 16. */
const WORD_ORDER = [
	[1, 0],
	[5, 1],
	[3, 5],
	[7, 0]
] as const;

const SINES = Int32Array.from({ length: 64 }, (_, i) =>
	Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32)
);

function digestBlock(state: State, words: Int32Array, block: number): void {
	let [a, b, c, d] = state;
	for (let step = 0; step < 64; step++) {
		const round = step >> 4;
		const [factor, offset] = WORD_ORDER[round] ?? WORD_ORDER[0];
		const word = words[block + ((step * factor + offset) & 15)] ?? 0;
		const sum = a + mixed(round, b, c, d) + word + (SINES[step] ?? 0);
		const rotation = (ROTATIONS[round] ?? ROTATIONS[0])[step & 3] ?? 0;
		[a, d, c, b] = [d, c, b, (b + rotatedLeft(sum | 0, rotation)) | 0];
	}
	state[0] = (state[0] + a) | 0;
	state[1] = (state[1] + b) | 0;
	state[2] = (state[2] + c) | 0;
	state[3] = (state[3] + d) | 0;
}

function mixed(round: number, b: number, c: number, d: number): number {
	if (round === 0) return (b & c) | (~b & d);
	if (round === 1) return (b & d) | (c & ~d);
	if (round === 2) return b ^ c ^ d;
	return c ^ (b | ~d);
}

function rotatedLeft(word: number, count: number): number {
	return (word << count) | (word >>> (32 - count));
}

/** The bytes, a bit 1, zeros, and the length in bits: whole blocks of 16 little-endian words. */
function paddedWords(bytes: readonly number[]): Int32Array {
	const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
	const put = (at: number, byte: number): void => {
		words[at >> 2] = (words[at >> 2] ?? 0) | (byte << ((at & 3) * 8));
	};
	bytes.forEach((byte, at) => put(at, byte));
	put(bytes.length, 0x80);
	words[words.length - 2] = bytes.length << 3;
	words[words.length - 1] = bytes.length >>> 29;
	return words;
}

/** Stands for half of a surrogate pair, which UTF-8 cannot say. */
const REPLACEMENT = 0xfffd;

function utf8(text: string): number[] {
	const bytes: number[] = [];
	for (const character of text) {
		const point = character.codePointAt(0) ?? 0;
		const code = point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
		if (code < 0x80) bytes.push(code);
		else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
		else if (code < 0x10000) {
			bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
		} else {
			bytes.push(0xf0 | (code >> 18), continuation(code >> 12));
			bytes.push(continuation(code >> 6), continuation(code));
		}
	}
	return bytes;
}

function continuation(code: number): number {
	return 0x80 | (code & 0x3f);
}

function littleEndianHex(word: number): string {
	return [0, 8, 16, 24]
		.map((shift) => ((word >>> shift) & 0xff).toString(16).padStart(2, '0'))
		.join('');
}
