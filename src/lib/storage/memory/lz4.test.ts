import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lz4Packer, unpackLz4 } from './lz4.ts';

const packer = new Lz4Packer();
const roundTrip = (bytes: Uint8Array) => unpackLz4(packer.pack(bytes), bytes.length);
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('what is unpacked is what was packed', () => {
	const repetitive = fc
		.array(fc.constantFrom('Via: SIP/2.0/WSS ', '\r\n', 'a', 'tag=1928301774', 'ü'), {
			maxLength: 400
		})
		.map((words) => bytesOf(words.join('')));
	const any = fc.uint8Array({ maxLength: 2_000 });
	fc.assert(
		fc.property(fc.oneof(repetitive, any), (bytes) => {
			expect(roundTrip(bytes)).toEqual(bytes);
		})
	);
});

test('runs of any length, and repetitions further away than a copy reaches', () => {
	for (const length of [0, 1, 12, 13, 18, 19, 20, 273, 274, 70_000])
		expect(roundTrip(new Uint8Array(length).fill(7))).toEqual(new Uint8Array(length).fill(7));
	const noise = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 2_654_435_761) >>> 13);
	const twice = new Uint8Array([...noise, ...noise]);
	expect(roundTrip(twice)).toEqual(twice);
});

test('reads a block of the format’s own making: literals, a copy that overlaps itself, literals', () => {
	const block = Uint8Array.of(0x13, 97, 1, 0, 0x50, 98, 99, 100, 101, 102);
	expect(unpackLz4(block, 13)).toEqual(bytesOf('aaaaaaaabcdef'));
});

test('repetition takes a fraction of its room', () => {
	const bytes = bytesOf('Call-ID: 8f2c1d@example.com\r\nCSeq: 1 INVITE\r\n'.repeat(1_000));
	expect(packer.pack(bytes).length).toBeLessThan(bytes.length / 50);
});
