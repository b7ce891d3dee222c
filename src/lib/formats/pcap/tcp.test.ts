import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	ACK,
	bytes,
	FIN,
	host,
	pcapFile,
	RST,
	type Segment,
	SYN,
	tcpFrame
} from '../../../../tests/packets.ts';
import { readTrace } from '../../../../tests/read-trace.ts';

const phone = host(1, 40_001);
const server = host(2);
const connection = '192.0.2.1:40001 – 192.0.2.2:5060';

const message = (callId: string, body = '') =>
	`MESSAGE sip:a@example.com SIP/2.0\r\nCall-ID: ${callId}\r\nContent-Length: ${new TextEncoder().encode(body).length}\r\n\r\n${body}`;
const messages = ['', 'né\r\n\r\nSIP/2.0 200 OK\r\n', 'x'.repeat(3_000), ''].map((body, index) =>
	message(`${index}`, body)
);
const stream = bytes(messages.join(''));

/** Close to where sequence numbers begin anew. */
const INITIAL = 0xffff_fff0;
const out = (rest: Partial<Segment>): Segment => ({ from: phone, to: server, seq: 0, ...rest });
const back = (rest: Partial<Segment>): Segment => ({ from: server, to: phone, seq: 0, ...rest });
const syn = out({ seq: INITIAL, flags: SYN });
const part = (start: number, end: number): Segment =>
	out({ seq: INITIAL + 1 + start, payload: stream.subarray(start, end) });
const read = (...segments: readonly Segment[]) => readTrace(pcapFile(segments.map(tcpFrame)));

describe('messages of a stream', () => {
	test('several in a segment, one over many', async () => {
		const whole = await read(syn, part(0, stream.length));
		expect(whole.texts).toEqual(messages);
		expect(whole.messages[0]).toMatchObject({
			direction: 'sent',
			connection,
			path: { source: '192.0.2.1:40001', destination: '192.0.2.2:5060', transport: 'TCP' }
		});
		const bits = Array.from(stream, (_, at) => part(at, at + 1));
		expect((await read(syn, ...bits)).texts).toEqual(messages);
	});

	test('however it is cut, repeated and out of order', async () => {
		const cuts = fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 40 });
		const swaps = fc.array(fc.nat(), { maxLength: 40 });
		const repeats = fc.array(fc.tuple(fc.nat(stream.length), fc.nat(1_500)), { maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(cuts, swaps, repeats, async (cuts, swaps, repeats) => {
				const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
				const segments = places.slice(1).map((end, index) => part(places[index] ?? 0, end));
				for (const [start, length] of repeats) {
					segments.splice(start % segments.length, 0, part(start, start + length));
				}
				for (const [index, swap] of swaps.entries()) {
					const one = index % segments.length;
					const other = swap % segments.length;
					[segments[one], segments[other]] = [segments[other]!, segments[one]!];
				}
				const { texts, losses } = await read(syn, ...segments);
				expect(texts).toEqual(messages);
				expect(losses).toEqual([]);
			}),
			{ numRuns: 200 }
		);
	});

	test('the answers come back on the same connection, of which the client is the phone', async () => {
		const ok = message('1').replace('MESSAGE sip:a@example.com SIP/2.0', 'SIP/2.0 200 OK');
		const { messages: seen } = await read(
			back({ seq: 7, flags: SYN | ACK, ack: INITIAL + 1 }),
			back({ seq: 8, payload: message('0') }),
			out({ seq: 1, payload: ok })
		);
		expect(seen.map(({ direction }) => direction)).toEqual(['received', 'sent']);
		expect(seen.map((one) => one.connection)).toEqual([connection, connection]);
	});

	test('keep-alives are there; what is no message in between is as well', async () => {
		const { texts } = await read(
			syn,
			out({ seq: INITIAL + 1, payload: `\r\n\r\n${message('0')}garbage\r\n${message('1')}` })
		);
		expect(texts).toEqual(['\r\n\r\n', message('0'), 'garbage\r\n', message('1')]);
	});
});

describe('what is missing', () => {
	const [zeroth = '', first = '', , third] = messages;
	/** Within the head of the message before the last. */
	const here = bytes(zeroth, first).length + 10;
	const cutOff = stream.toString('latin1', here - 10, here);

	test('is a loss, once the other end acknowledged it', async () => {
		const { texts, losses, entries } = await read(
			syn,
			part(0, here),
			part(here + 20, stream.length),
			back({ seq: 1, ack: INITIAL + 1 + stream.length })
		);
		expect(texts).toEqual([zeroth, first, cutOff, third]);
		expect(losses).toMatchObject([
			{ reason: 'cut off', detail: '20 bytes of a TCP stream are missing' },
			{ reason: 'cut off', detail: expect.stringContaining('are no whole message') }
		]);
		expect(entries.map(({ kind }) => kind)).toEqual([
			...['message', 'message', 'message', 'loss', 'loss'],
			'message'
		]);
	});

	test('is a loss at the end, or when the connection is reset', async () => {
		const segments = [syn, part(0, here), part(here + 20, stream.length)];
		for (const end of [[], [out({ seq: 1, flags: RST })]]) {
			const { texts, losses } = await read(...segments, ...end);
			expect(texts).toHaveLength(4);
			expect(losses).toHaveLength(2);
		}
	});

	test('at the end of the stream leaves a part of a message', async () => {
		const { texts, losses } = await read(
			syn,
			part(0, here),
			out({ seq: INITIAL + 1 + here, flags: FIN | ACK })
		);
		expect(texts).toEqual([zeroth, first, cutOff]);
		expect(losses).toMatchObject([{ detail: expect.stringContaining('ends within') }]);
	});

	test('at the beginning: from the first start line on, which is told', async () => {
		const { texts, losses } = await read(part(here, here + 900), part(here + 900, stream.length));
		expect(texts).toEqual([third]);
		expect(losses).toMatchObject([
			{ detail: expect.stringContaining('the beginning') },
			{ detail: expect.stringContaining('are no whole message') }
		]);
	});

	test('beyond the snap length is told of each segment', async () => {
		const frames = [syn, part(0, stream.length)].map(tcpFrame);
		const { texts, losses } = await readTrace(pcapFile(frames, { snapLength: 150 }));
		expect(texts).toEqual([messages[0], stream.toString().slice(messages[0]!.length, 96)]);
		expect(losses).toMatchObject([
			{ detail: `${stream.length - 96} bytes of a TCP stream are missing` }
		]);
	});
});

test('the same ports, opened again, are another connection', async () => {
	const again = 5_000_000;
	const { messages: seen, losses } = await read(
		syn,
		part(0, stream.length),
		out({ seq: again, flags: SYN }),
		out({ seq: again, flags: SYN }),
		out({ seq: again + 1, payload: message('new') })
	);
	expect(new Set(seen.map((one) => one.connection))).toEqual(
		new Set([connection, `${connection} (2)`])
	);
	expect(losses).toEqual([]);
});

test('what is encrypted, and what is something else, is counted', async () => {
	const to = host(2, 5061);
	const web = host(3, 80);
	const { entries, leftOut } = await read(
		out({ to, seq: 1, payload: bytes(0x16, 3, 1, 0, 2, 1, 1) }),
		out({ to, seq: 8, payload: bytes(0x17, 3, 3, 0, 2, 1, 1) }),
		out({ to: web, seq: 1, payload: 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n' }),
		out({ to: web, seq: 38, payload: bytes(0x80, 1, 2) })
	);
	expect(entries).toEqual([]);
	expect(leftOut).toEqual({ 'encrypted packets': 2, 'other packets': 2 });
});
