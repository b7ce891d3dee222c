import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyTones, MUSIC, RINGBACK } from '../core/sounds.ts';
import { pcmuOf } from './pcmu.ts';
import { SoundPlayer, type PcmuPacket } from './sound-player.ts';

let packets: PcmuPacket[];

beforeEach(() => {
	vi.useFakeTimers();
	packets = [];
});

afterEach(() => vi.useRealTimers());

test('a packet leaves every 20 ms, in order, until the sound ends', () => {
	const sound = keyTones('1');
	new SoundPlayer(sound, (packet) => packets.push(packet));
	vi.advanceTimersByTime(10_000);
	expect(packets).toHaveLength(12);
	expect(packets.map(({ sequenceNumber }) => sequenceNumber)).toEqual([...packets.keys()]);
	expect(packets.map(({ timestamp }) => timestamp)).toEqual(packets.map((_, at) => at * 160));
	expect(vi.getTimerCount()).toBe(0);
});

test('a sound that repeats goes on without a gap', () => {
	new SoundPlayer(MUSIC, (packet) => packets.push(packet));
	const once = pcmuOf(MUSIC);
	vi.advanceTimersByTime(Math.ceil(once.length / 8) + 1000);
	const played = packets.flatMap(({ payload }) => [...payload]);
	expect(played.slice(once.length, once.length + 800)).toEqual([...once.subarray(0, 800)]);
});

test('after a pause of the process the rest is skipped, not sent in a burst', () => {
	const player = new SoundPlayer(RINGBACK, (packet) => packets.push(packet));
	vi.advanceTimersByTime(40);
	vi.setSystemTime(Date.now() + 5000);
	vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
	vi.advanceTimersByTime(20);
	expect(packets).toHaveLength(2 + 5);
	player.stop();
	vi.advanceTimersByTime(1000);
	expect(packets).toHaveLength(2 + 5);
});
