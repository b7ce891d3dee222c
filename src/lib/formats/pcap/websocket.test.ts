import { createDeflateRaw, constants, type DeflateRaw } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ACK, bytes, FIN, host, pcapFile, SYN, tcpFrame, u16 } from '../../../../tests/packets.ts';
import { readTrace } from '../../../../tests/read-trace.ts';

const phone = host(1, 40_001);
const server = host(2, 80);
const connection = '192.0.2.1:40001 – 192.0.2.2:80';

const message = (callId: string, body = '') =>
	`MESSAGE sip:a@example.com SIP/2.0\r\nCall-ID: ${callId}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const request = [
	'GET /sip HTTP/1.1',
	'Host: sip.example.com',
	'Upgrade: websocket',
	'Connection: Upgrade',
	'Sec-WebSocket-Protocol: sip',
	'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits',
	'\r\n'
].join('\r\n');
const response = (protocol = 'sip', extensions = '') =>
	[
		'HTTP/1.1 101 Switching Protocols',
		'Upgrade: websocket',
		'Connection: Upgrade',
		...(protocol === '' ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
		...(extensions === '' ? [] : [`Sec-WebSocket-Extensions: ${extensions}`]),
		'\r\n'
	].join('\r\n');

interface FrameOptions {
	readonly opcode?: number;
	readonly isLast?: boolean;
	readonly isCompressed?: boolean;
	readonly mask?: readonly number[];
}

const MASK = [0x37, 0xfa, 0x21, 0x3d];
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;

function frame(payload: Uint8Array | string, options: FrameOptions = {}): Buffer {
	const { opcode = TEXT, isLast = true, isCompressed = false, mask } = options;
	const content = bytes(payload);
	const first = opcode | (isLast ? 0x80 : 0) | (isCompressed ? 0x40 : 0);
	const flag = mask ? 0x80 : 0;
	const length =
		content.length < 126 ? bytes(flag | content.length) : bytes(flag | 126, u16(content.length));
	const masked = content.map((byte, at) => byte ^ (mask?.[at % 4] ?? 0));
	return bytes(first, length, mask ?? [], masked);
}

/** What both ends sent, one after the other: `>` from the phone, `<` from the server. */
type Talk = readonly (readonly ['>' | '<', Uint8Array | string])[];

/** Segments of such a talk, of no more than so many bytes. */
function capture(talk: Talk, { size = 1_400, flags = 0 } = {}): Buffer {
	const next = { '>': 1_000, '<': 9_000 };
	const ends = { '>': { from: phone, to: server }, '<': { from: server, to: phone } };
	const frames = [tcpFrame({ ...ends['>'], seq: 999, flags: SYN })];
	for (const [way, said] of talk) {
		const content = bytes(said);
		for (let at = 0; at < content.length; at += size) {
			const payload = content.subarray(at, at + size);
			frames.push(tcpFrame({ ...ends[way], seq: next[way], payload }));
			next[way] += payload.length;
		}
	}
	if (flags) frames.push(tcpFrame({ ...ends['>'], seq: next['>'], flags: flags | ACK }));
	return pcapFile(frames);
}

const handshake: Talk = [
	['>', request],
	['<', response()]
];

describe('a WebSocket', () => {
	const talk: Talk = [
		...handshake,
		['>', frame(message('1'), { mask: MASK })],
		[
			'<',
			bytes(frame(message('2')), frame('', { opcode: PING }), frame(message('3', 'x'.repeat(300))))
		],
		['<', frame(message('4').slice(0, 20), { isLast: false })],
		['<', frame('ping', { opcode: PING })],
		['<', frame(message('4').slice(20), { opcode: 0 })],
		['>', frame(message('5'), { opcode: BINARY, mask: MASK })],
		['>', frame('\r\n\r\n', { mask: MASK })],
		['>', frame(bytes(u16(1001), 'bye'), { opcode: CLOSE, mask: MASK })]
	];
	const texts = [
		message('1'),
		message('2'),
		message('3', 'x'.repeat(300)),
		message('4'),
		'',
		'\r\n\r\n'
	];

	test.each([1, 7, 1_400])('cut into segments of %d bytes', async (size) => {
		const trace = await readTrace(capture(talk, { size, flags: FIN }));
		expect(trace.texts).toEqual(texts);
		expect(trace.messages[0]).toMatchObject({
			direction: 'sent',
			connection,
			path: { source: '192.0.2.1:40001', destination: '192.0.2.2:80', transport: 'WS' }
		});
		expect(trace.messages[1]).toMatchObject({ direction: 'received', connection });
		expect(trace.messages[4]?.bytes).toEqual(new Uint8Array(bytes(message('5'))));
		expect(trace.sockets).toMatchObject([
			{ event: 'connecting', url: 'ws://sip.example.com/sip', connection },
			{ event: 'open', protocol: 'sip' },
			{ event: 'close', code: 1001, reason: 'bye', wasClean: true }
		]);
		expect(trace.losses).toEqual([]);
		expect(trace.leftOut).toEqual({});
	});

	test('that broke off was not closed cleanly; of one that goes on nothing is told', async () => {
		const broken = await readTrace(capture(handshake, { flags: FIN }));
		expect(broken.sockets.at(-1)).toMatchObject({ event: 'close', code: 1006, wasClean: false });
		expect((await readTrace(capture(handshake))).sockets.at(-1)).toMatchObject({ event: 'open' });
	});

	test('whose beginning was not captured', async () => {
		const { texts, messages } = await readTrace(capture(talk.slice(2)));
		expect(texts).toHaveLength(6);
		expect(messages[0]).toMatchObject({ direction: 'sent', path: { transport: 'WS' } });
	});

	test('without the word for SIP shows by its messages, of which none is left out', async () => {
		const { texts, sockets } = await readTrace(
			capture([
				['>', request],
				['<', response('')],
				['<', frame(message('1'))]
			])
		);
		expect(texts).toEqual([message('1')]);
		expect(sockets.map(({ event }) => event)).toEqual(['connecting', 'open']);
	});

	test('of others is counted', async () => {
		const { entries, leftOut } = await readTrace(
			capture(
				[
					['>', request],
					['<', response('chat')],
					['<', frame('{"a":1}')]
				],
				{ flags: FIN }
			)
		);
		expect(entries).toEqual([]);
		expect(leftOut).toEqual({ 'sockets without SIP': 1, 'other messages': 1 });
	});

	test('with a gap goes on with the next frames, and tells of the gap', async () => {
		const frames = ['1', '2', '3', '4'].map((callId) => frame(message(callId)));
		const file = capture([...handshake, ...frames.map((one) => ['<', one] as const)]);
		const lost = file.indexOf(message('2')) - 16 - 14 - 20 - 20 - 2;
		const length = 16 + 14 + 20 + 20 + (frames[1]?.length ?? 0);
		const { texts, losses } = await readTrace(
			bytes(file.subarray(0, lost), file.subarray(lost + length))
		);
		expect(texts).toEqual([message('1'), message('3'), message('4')]);
		expect(losses).toMatchObject([{ reason: 'cut off' }]);
	});
});

describe('compressed messages', () => {
	/** As zlib does it for a WebSocket: flushed, and the tail left out. */
	async function compressed(texts: readonly string[], forgets: boolean): Promise<Buffer[]> {
		let deflate = createDeflateRaw();
		const packed: Buffer[] = [];
		for (const text of texts) {
			if (forgets) deflate = createDeflateRaw();
			packed.push((await flushed(deflate, text)).subarray(0, -4));
		}
		return packed;
	}

	function flushed(deflate: DeflateRaw, text: string): Promise<Buffer> {
		const parts: Buffer[] = [];
		deflate.removeAllListeners('data').on('data', (part: Buffer) => parts.push(part));
		return new Promise((resolve) => {
			deflate.write(text);
			deflate.flush(constants.Z_SYNC_FLUSH, () => resolve(Buffer.concat(parts)));
		});
	}

	const said = ['1', '2', '3'].map((callId) => message(callId, `${callId} `.repeat(400)));

	test.each([true, false])('each by itself: %s', async (forgets) => {
		const agreed = `permessage-deflate${forgets ? '; server_no_context_takeover' : ''}`;
		const packed = await compressed(said, forgets);
		const file = capture([
			['>', request],
			['<', response('sip', agreed)],
			...packed.map((one) => ['<', frame(one, { isCompressed: true })] as const),
			['<', frame(message('plain'))]
		]);
		const { texts, losses } = await readTrace(file);
		expect(texts).toEqual([...said, message('plain')]);
		expect(losses).toEqual([]);
	});

	test.each([
		['is a loss, and so are those that refer to it', false, ['1']],
		['is a loss, and the others are read', true, ['1', '3']]
	])('one that is damaged %s', async (_, forgets, readable) => {
		const agreed = `permessage-deflate${forgets ? '; server_no_context_takeover' : ''}`;
		const packed = await compressed(said, forgets);
		packed[1]?.fill(0xff);
		const file = capture([
			['>', request],
			['<', response('sip', agreed)],
			...packed.map((one) => ['<', frame(one, { isCompressed: true })] as const)
		]);
		const { texts, losses } = await readTrace(file);
		expect(texts).toEqual(said.filter((_, index) => readable.includes(`${index + 1}`)));
		expect(losses).toHaveLength(said.length - readable.length);
		expect(losses[0]).toMatchObject({ reason: 'damaged' });
	});

	test('that grow without end are refused', async () => {
		const [bomb = bytes()] = await compressed(['x'.repeat(40 * 1024 * 1024)], true);
		const file = capture([
			['>', request],
			['<', response('sip', 'permessage-deflate')],
			['<', frame(bomb, { isCompressed: true })]
		]);
		const { texts, losses } = await readTrace(file);
		expect(texts).toEqual([]);
		expect(losses).toMatchObject([{ reason: 'damaged' }]);
	});
});
