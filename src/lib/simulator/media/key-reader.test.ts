import { expect, test } from 'vitest';
import { KeyReader } from './key-reader.ts';

const END = 0x80;

test('a key is told once, however often its end is sent', () => {
	const reader = new KeyReader();
	const packets = [0, 0, END, END, END].map((flags) => Uint8Array.of(5, flags, 3, 32));
	expect(packets.map((packet) => reader.read(8000, packet))).toEqual([
		undefined,
		undefined,
		'5',
		undefined,
		undefined
	]);
});

test('the same key pressed again is another key', () => {
	const reader = new KeyReader();
	const packet = Uint8Array.of(11, END, 3, 32);
	expect([reader.read(8000, packet), reader.read(16_000, packet)]).toEqual(['#', '#']);
});

test('a packet too short, or of an event that is no key, is nothing', () => {
	const reader = new KeyReader();
	expect(reader.read(1, new Uint8Array())).toBeUndefined();
	expect(reader.read(2, Uint8Array.of(36, END))).toBeUndefined();
});
