import { describe, expect, test } from 'vitest';
import {
	block,
	bytes,
	CAPTURED_AT,
	enhancedPacket,
	host,
	le32,
	pcapngFile,
	udpFrame
} from '../../../../tests/packets.ts';
import { readTrace } from '../../../../tests/read-trace.ts';
import { SECOND } from '../../trace/instant.ts';

const options = (callId: string) =>
	`OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: ${callId}\r\nContent-Length: 0\r\n\r\n`;
const frames = ['1', '2', '3'].map((callId) => udpFrame(host(1), host(2), options(callId)));
const at = CAPTURED_AT * SECOND;

test('messages with their times, whatever the size of chunks', async () => {
	for (const size of [1, 13, 1_000, Infinity]) {
		const { format, messages, losses } = await readTrace(pcapngFile(frames), size);
		expect(format).toBe('pcapng');
		expect(messages).toMatchObject([
			{ text: options('1'), at },
			{ text: options('2'), at: at + 1_000 },
			{ text: options('3'), at: at + 2_000 }
		]);
		expect(losses).toEqual([]);
	}
});

describe('the time of packets', () => {
	const [frame] = frames;
	if (frame === undefined) throw new Error('There is no frame.');
	const resolution = 9;
	const offset = 14;
	const timeOf = async (file: Uint8Array) => (await readTrace(file)).messages[0]?.at;
	const stamped = (stamp: bigint, ...choices: Parameters<typeof pcapngFile>[1] & object) =>
		bytes(
			pcapngFile([], choices),
			block(
				6,
				le32(0),
				le32(Number(stamp >> 32n)),
				le32(Number(stamp & 0xffffffffn)),
				le32(frame.length),
				le32(frame.length),
				frame
			)
		);

	test.each([
		['nanoseconds', 9, BigInt(at) * 1_000n + 999n],
		['tenths of a microsecond', 7, BigInt(at) * 10n + 9n],
		['milliseconds', 3, BigInt(at) / 1_000n],
		['parts of a power of two', 0x80 + 20, (BigInt(at) * 2n ** 20n) / 1_000_000n]
	])('in %s', async (_, code, stamp) => {
		expect(await timeOf(stamped(stamp, [resolution, bytes(code)]))).toBe(at);
	});

	test('with an offset in seconds', async () => {
		const hour = bytes(0x10, 0x0e, 0, 0, 0, 0, 0, 0);
		expect(await timeOf(stamped(BigInt(at), [offset, hour]))).toBe(at + 3_600 * SECOND);
	});

	test('not told: that of the packet before, marked', async () => {
		const simple = block(3, le32(frame.length), frame);
		const { messages } = await readTrace(bytes(pcapngFile(frames), simple));
		expect(messages[3]).toMatchObject({ at: at + 2_000, approximate: true });
	});
});

test('blocks that mean nothing here are passed over; what was dropped is told', async () => {
	const statistics = block(5, le32(0), le32(0), le32(0), bytes(5, 0, 8, 0, 7, 0, 0, 0, 0, 0, 0, 0));
	const file = bytes(
		pcapngFile(frames),
		block(0x80007777, 'x'),
		block(4, 'x'),
		block(0x7777, 'x'),
		statistics
	);
	const { texts, losses } = await readTrace(file);
	expect(texts).toHaveLength(3);
	expect(losses).toMatchObject([
		{ reason: 'damaged', detail: expect.stringContaining(`type ${0x7777}`) },
		{ reason: 'cut off', count: 7 }
	]);
});

test('a damaged block is a loss, and those behind it are read', async () => {
	const file = pcapngFile(frames);
	const size = enhancedPacket(frames[0] ?? bytes(), 0).length;
	for (const place of [4, size - 4]) {
		for (const value of [0x10, 0xff]) {
			const damaged = bytes(file);
			damaged[file.length - 3 * size + place] = value;
			for (const chunk of [50, Infinity]) {
				const { texts, losses } = await readTrace(damaged, chunk);
				expect(texts).toEqual([options('2'), options('3')]);
				expect(losses).toMatchObject([{ reason: 'damaged' }]);
			}
		}
	}
});

test('a file that ends early is read up to there', async () => {
	const file = pcapngFile(frames);
	const { texts, losses } = await readTrace(file.subarray(0, file.length - 9));
	expect(texts).toHaveLength(2);
	expect(losses).toMatchObject([{ reason: 'cut off' }]);
});
