import { describe, expect, test } from 'vitest';
import { CAPTURED_AT, bytes, host, host6, pcapFile, udpFrame } from '../../../../tests/packets.ts';
import { readTrace } from '../../../../tests/read-trace.ts';
import { SECOND } from '../../trace/instant.ts';

const head = (start: string, callId: string) =>
	`${start}\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-${callId}\r\nCall-ID: ${callId}\r\nContent-Length: 0\r\n\r\n`;
const register = head('REGISTER sip:example.com SIP/2.0', '1');
const ok = head('SIP/2.0 200 OK', '1');
const phone = host(1);
const server = host(2);
const voice = udpFrame(phone, host(2, 20_000), bytes(0x80, 0, Array<number>(170).fill(0)));
const exchange = [udpFrame(phone, server, register), voice, udpFrame(server, phone, ok)];

describe.each([
	{ bigEndian: false, nanoseconds: false },
	{ bigEndian: false, nanoseconds: true },
	{ bigEndian: true, nanoseconds: false },
	{ bigEndian: true, nanoseconds: true }
])('%j', (options) => {
	test('messages with their times, addresses and the side that they are seen from', async () => {
		const { format, messages, leftOut, losses } = await readTrace(pcapFile(exchange, options), 7);
		const connection = '192.0.2.1:5060 – 192.0.2.2:5060';
		const [source, destination] = ['192.0.2.1:5060', '192.0.2.2:5060'];
		const at = CAPTURED_AT * SECOND;
		expect(format).toBe('pcap');
		expect(messages).toEqual([
			{
				kind: 'message',
				direction: 'sent',
				text: register,
				connection,
				path: { source, destination, transport: 'UDP' },
				at
			},
			{
				kind: 'message',
				direction: 'received',
				text: ok,
				connection,
				path: { source: destination, destination: source, transport: 'UDP' },
				at: at + 2_000
			}
		]);
		expect(leftOut).toEqual({ 'other packets': 1 });
		expect(losses).toEqual([]);
	});
});

test('what was captured in part is there in part, and told', async () => {
	const { texts, losses } = await readTrace(pcapFile(exchange, { snapLength: 96 }));
	expect(texts).toEqual([register.slice(0, 54), ok.slice(0, 54)]);
	expect(losses).toMatchObject([
		{ reason: 'cut off', detail: expect.stringContaining(`54 of ${register.length} bytes`) },
		{ reason: 'cut off', detail: expect.stringContaining(`54 of ${ok.length} bytes`) }
	]);
});

test('bytes that are no UTF-8 stay bytes; IPv6 addresses are short', async () => {
	const wire = bytes(register, 0xff);
	const { messages } = await readTrace(pcapFile([udpFrame(host6(1), host6(2), wire)]));
	expect(messages).toMatchObject([
		{ bytes: new Uint8Array(wire), path: { source: '[2001:db8::1]:5060' } }
	]);
});

test('a file that ends early, or has a damaged record, is read as far as it can be', async () => {
	const file = pcapFile([...exchange, ...exchange]);
	const cut = await readTrace(file.subarray(0, file.length - 3));
	expect(cut.texts).toEqual([register, ok, register]);
	expect(cut.losses).toMatchObject([{ reason: 'cut off' }]);
	const second = 24 + 16 + exchange[0]!.length;
	const wrongLength = bytes(file);
	wrongLength[second + 11] = 0x7f;
	const mended = await readTrace(wrongLength);
	expect(mended.texts).toEqual([register, ok, register, ok]);
	expect(mended.losses).toMatchObject([{ reason: 'damaged' }]);
});

test('packets of a link that nobody knows are told of', async () => {
	const { losses, leftOut } = await readTrace(pcapFile(exchange, { linkType: 147 }));
	expect(losses).toMatchObject([{ detail: expect.stringContaining('link type 147') }]);
	expect(leftOut).toEqual({ 'other packets': 3 });
});
