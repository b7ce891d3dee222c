import { describe, expect, test } from 'vitest';
import {
	bytes,
	ethernet,
	host,
	host6,
	ip4,
	ip6,
	pcapFile,
	u16,
	udp
} from '../../../../tests/packets.ts';
import { readTrace } from '../../../../tests/read-trace.ts';

const text = 'OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n';
const packet4 = ip4(17, host(1), host(2), udp(host(1), host(2), text));
const packet6 = ip6(17, host6(1), host6(2), udp(host6(1), host6(2), text));
const macs = Array<number>(12).fill(2);
const cooked = Array<number>(14).fill(0);

test.each([
	['Ethernet', 1, ethernet(packet4)],
	['Ethernet with padding', 1, bytes(ethernet(packet4), Array<number>(30).fill(0))],
	['VLAN', 1, bytes(macs, u16(0x8100), u16(7), u16(0x0800), packet4)],
	['stacked VLANs', 1, bytes(macs, u16(0x88a8), u16(7), u16(0x8100), u16(8), u16(0x86dd), packet6)],
	['Linux cooked', 113, bytes(cooked, u16(0x0800), packet4)],
	['Linux cooked 2', 276, bytes(u16(0x86dd), Array<number>(18).fill(0), packet6)],
	[
		'Linux cooked 2 with VLAN',
		276,
		bytes(u16(0x8100), Array<number>(18).fill(0), u16(7), u16(0x0800), packet4)
	],
	['raw IP', 101, packet4],
	['raw IPv6', 229, packet6],
	['BSD loopback', 0, bytes(2, 0, 0, 0, packet4)],
	['OpenBSD loopback', 108, bytes(0, 0, 0, 24, packet6)]
])('%s', async (_, linkType, packet) => {
	const { texts, leftOut } = await readTrace(pcapFile([packet, bytes(1, 2, 3)], { linkType }));
	expect(texts).toEqual([text]);
	expect(leftOut).toEqual({ 'other packets': 1 });
});

describe('IPv6 extension headers', () => {
	const datagram = udp(host6(1), host6(2), text);
	const option = (next: number) => bytes(next, 0, 1, 4, 0, 0, 0, 0);

	test('are passed over', async () => {
		const authentication = bytes(17, 4, Array<number>(22).fill(0));
		const packet = ip6(
			0,
			host6(1),
			host6(2),
			bytes(option(60), option(51), authentication, datagram)
		);
		expect((await readTrace(pcapFile([packet], { linkType: 101 }))).texts).toEqual([text]);
	});

	test('hold fragments', async () => {
		const parts = [datagram.subarray(0, 40), datagram.subarray(40)];
		const packets = parts.map((part, index) => {
			const header = bytes(17, 0, u16(index === 0 ? 1 : 40), 0, 0, 0, 9);
			return ip6(44, host6(1), host6(2), bytes(header, part));
		});
		for (const order of [packets, packets.toReversed()]) {
			const { texts, losses } = await readTrace(pcapFile(order, { linkType: 101 }));
			expect(texts).toEqual([text]);
			expect(losses).toEqual([]);
		}
	});
});

describe('IPv4 fragments', () => {
	const long = text.replace('Content-Length: 0', `Content-Length: 2000`) + 'x'.repeat(2_000);
	const datagram = udp(host(1), host(2), long);
	const fragment = (offset: number, end: number, id = 1) =>
		ip4(17, host(1), host(2), datagram.subarray(offset, end), {
			id,
			offset,
			more: end < datagram.length
		});
	const [first, second, third] = [fragment(0, 800), fragment(800, 1_600), fragment(1_600, 9_999)];
	const read = (...packets: Uint8Array[]) => readTrace(pcapFile(packets, { linkType: 101 }));

	test('are put together in any order, once', async () => {
		for (const order of [
			[first, second, third],
			[third, first, second],
			[second, second, third, first]
		]) {
			const { texts, losses } = await read(...order);
			expect(texts).toEqual([long]);
			expect(losses).toEqual([]);
		}
	});

	test('of two datagrams are kept apart', async () => {
		const others = [fragment(0, 800, 2), fragment(800, 9_999, 2)];
		const { texts } = await read(first, ...others, second, third);
		expect(texts).toEqual([long, long]);
	});

	test('that lack some give their beginning, or tell that it is missing', async () => {
		const beginning = await read(first, third);
		expect(beginning.texts).toEqual([long.slice(0, 792)]);
		expect(beginning.losses).toMatchObject([
			{ reason: 'cut off', detail: expect.stringContaining(`792 of ${long.length}`) }
		]);
		const rest = await read(second, third);
		expect(rest.texts).toEqual([]);
		expect(rest.losses).toMatchObject([{ detail: expect.stringContaining('2 fragments') }]);
	});
});
