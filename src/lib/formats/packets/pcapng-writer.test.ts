import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEntries } from '../../../../tests/arbitraries/entry.ts';
import { readFile } from '../../../../tests/read-file.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { sngrepName, sngrepped } from '../../../../tests/sngrep.ts';
import { traceToWrite, writtenBytes } from '../../../../tests/trace-to-write.ts';
import { dissect, tsharkVersion } from '../../../../tests/tshark/tshark.ts';
import { textOf } from '../../analysis/entry-text.ts';
import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import { isStartLine } from '../../sip/framing.ts';
import { scanHead } from '../../sip/head.ts';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { pcapng } from '../pcap/pcap.ts';
import { connectionOf } from '../seen-phones.ts';
import { pcapngPdu } from './pcapng-pdu.ts';

const version = tsharkVersion();
const sngrep = sngrepName();

const onTheWire = (entries: readonly Entry[]) =>
	entries.filter(
		(entry): entry is MessageEntry => entry.kind === 'message' && entry.undelivered !== true
	);

/** One trace after another. */
function oneTrace(traces: readonly (readonly Entry[])[]): Entry[] {
	const all = traces.flatMap((entries, index) =>
		entries.map((entry) => ({ ...entry, connection: `${index} ${connectionOf(entry)}` }))
	);
	return all.map((entry, seq) => ({ ...entry, seq }));
}

const played = oneTrace(Object.values(scenarios).map((play) => play().entries));
const anything = oneTrace(fc.sample(anyEntries(30), 50));

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const payload = ({ text = '', bytes }: MessageEntry) => hex(bytes ?? encodeUtf8(text));

describe.skipIf(!version)(`${version ?? 'tshark, which is not installed,'} reads`, () => {
	test.each([
		['every scenario', played],
		['anything', anything]
	])('every byte of %s, at its time', async (_, entries) => {
		const messages = onTheWire(entries);
		const fields = ['udp.payload', 'frame.time_epoch'];
		const frames = dissect(await writtenBytes(pcapng, traceToWrite(entries)), fields);
		expect(
			frames.map((frame) => [
				(frame['udp.payload']?.[0] ?? '').replaceAll(':', ''),
				Math.round(Number(frame['frame.time_epoch']?.[0]) * 1e6)
			])
		).toEqual(messages.map((message) => [payload(message), message.at]));
	});

	test.each([
		['datagrams', pcapng],
		['exported PDUs', pcapngPdu]
	])('methods, statuses and Call-IDs of %s', async (_, format) => {
		const fields = ['sip.Method', 'sip.Status-Code', 'sip.Call-ID'];
		const frames = dissect(await writtenBytes(format, traceToWrite(played)), fields);
		const heads = onTheWire(played).map((message) => scanHead(textOf(message)));
		const isSip = (_: unknown, at: number) => heads[at]?.isComplete === true;
		expect(frames).toHaveLength(heads.length);
		expect(
			frames
				.filter(isSip)
				.map((frame) => [
					frame['sip.Method']?.[0] ?? '',
					Number(frame['sip.Status-Code']?.[0] ?? 0),
					frame['sip.Call-ID']?.[0]
				])
		).toEqual(
			heads
				.filter(isSip)
				.map(({ kind, method, status, callId }) => [
					kind === 'request' ? method : '',
					status,
					callId
				])
		);
	});

	test('phone, instance and notes beside each message, and sound checksums', async () => {
		const { entries } = scenarios['call between two phones']();
		const seq = onTheWire(entries)[0]?.seq ?? 0;
		const annotations = [{ seq, bookmarked: true, note: 'Why twice?\nSecond line, €' }];
		const fields = [
			'frame.comment',
			'frame.interface_name',
			'udp.checksum.status',
			'frame.packet_flags_direction'
		];
		const [first, second] = dissect(
			await writtenBytes(pcapng, traceToWrite(entries, annotations)),
			fields,
			['-o', 'udp.check_checksum:TRUE']
		);
		expect(first).toEqual({
			'frame.comment': [
				'Alice\ninstance 10100000-instance\nbookmarked\nWhy twice?\nSecond line, €'
			],
			'frame.interface_name': ['Alice'],
			'udp.checksum.status': ['1'],
			'frame.packet_flags_direction': ['0x00000002']
		});
		expect(second?.['frame.comment']).toEqual(['Alice\ninstance 10100000-instance']);
	});

	test('each connection of a phone at an address of its own, however many there are', async () => {
		const text = 'OPTIONS sip:a@example.com SIP/2.0\r\n\r\n';
		const entries = Array.from({ length: 600 }, (_, seq): Entry => {
			const connection = `connection-${seq}`;
			return { kind: 'message', direction: 'sent', text, connection, seq, at: seq };
		});
		const frames = dissect(await writtenBytes(pcapng, traceToWrite(entries)), ['ip.src']);
		const addresses = frames.map((frame) => frame['ip.src']?.[0] ?? '');
		expect(new Set(addresses).size).toBe(600);
		expect([0, 253, 254, 507, 508].map((at) => addresses[at])).toEqual([
			'192.0.2.1',
			'192.0.2.254',
			'203.0.113.1',
			'203.0.113.254',
			'198.18.0.1'
		]);
	});

	test('addresses that were captured, of IPv6 too', async () => {
		const entry = onTheWire(played)[0] as MessageEntry;
		const [ip4, ip6] = ['192.0.2.9:5070', '[2001:db8::5]:5060'];
		const paths = [
			{ source: ip4, destination: '203.0.113.4:5060', transport: 'TCP' as const },
			{ source: ip6, destination: '[2001:db8::192.0.2.1]:5061', transport: 'UDP' as const },
			{ source: ip6, destination: ip4, transport: 'UDP' as const }
		];
		const entries = paths.map((path, seq) => ({ ...entry, path, seq }));
		const fields = [
			'ip.src',
			'ip.dst',
			'ipv6.src',
			'ipv6.dst',
			'udp.srcport',
			'udp.dstport',
			'sip.Method'
		];
		const frames = dissect(await writtenBytes(pcapng, traceToWrite(entries)), fields);
		expect(frames.map((frame) => fields.flatMap((field) => frame[field] ?? []).join(' '))).toEqual([
			'192.0.2.9 203.0.113.4 5070 5060 REGISTER',
			'2001:db8::5 2001:db8::c000:201 5060 5061 REGISTER',
			'2001:db8::5 ::ffff:192.0.2.9 5060 5070 REGISTER'
		]);
	});

	test('a message that no datagram holds, cut where it ends', async () => {
		const text = `OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: long\r\n\r\n${'x'.repeat(70_000)}`;
		const entry: Entry = { kind: 'message', direction: 'sent', text, seq: 0, at: 0 };
		const fields = ['udp.length', 'frame.len', 'frame.cap_len'];
		const [cut] = dissect(await writtenBytes(pcapng, traceToWrite([entry])), fields);
		expect(cut).toEqual({
			'udp.length': ['65515'],
			'frame.len': [String(14 + 20 + 8 + text.length)],
			'frame.cap_len': ['65549']
		});
	});
});

describe.skipIf(!sngrep)(`${sngrep ?? 'sngrep, which is not installed,'} opens`, () => {
	test('every message of SIP', async () => {
		const isSip = (message: MessageEntry) => scanHead(textOf(message)).callId !== '';
		const taken = sngrepped(await writtenBytes(pcapng, traceToWrite(played)));
		const { entries } = await readFile(taken);
		expect(entries.map((entry) => entry.kind === 'message' && entry.text)).toEqual(
			onTheWire(played)
				.filter(isSip)
				.map(({ text }) => text)
		);
	});
});

describe.each([
	['datagrams', pcapng],
	['exported PDUs', pcapngPdu]
])('%s, read again', (_, format) => {
	test('are the messages of SIP, who sent them, and when', async () => {
		const { format: id, entries } = await readFile(
			await writtenBytes(format, traceToWrite(played)),
			'notes.txt'
		);
		const seen = ({ direction, text, at }: { direction: string; text?: string; at: number }) => ({
			direction,
			text,
			at
		});
		expect(id).toBe('pcapng');
		const isSip = ({ text = '' }: { text?: string }) => isStartLine(text, 0);
		expect(
			entries
				.filter((entry) => entry.kind === 'message')
				.filter(isSip)
				.map(seen)
		).toEqual(onTheWire(played).filter(isSip).map(seen));
	});
});
