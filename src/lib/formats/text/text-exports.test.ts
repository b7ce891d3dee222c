import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../../tests/read-file.ts';
import { utcTime } from '../utc-time.ts';

const FIXTURES = new URL('../../../../tests/fixtures/text-exports/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));

/** The call that all the exports are made of. */
const { entries: captured } = await readFile(fixture('call.pcap'));
const messages = captured.filter((entry) => entry.kind === 'message');

/** As HOMER's `exportwriter.go` writes them. */
const homer = messages
	.map(
		({ path, at, text }) =>
			`proto:${path?.transport} ${utcTime(at)}  ${path?.source} ---> ${path?.destination}\r\n\r\n${text}\r\n`
	)
	.join('');

test('the call has both ways, and both phones', () => {
	expect(messages).toHaveLength(32);
	expect(new Set(messages.map(({ direction }) => direction)).size).toBe(2);
	expect(new Set(messages.map(({ connection }) => connection)).size).toBe(2);
});

test.each([
	['sngrep', fixture('sngrep.txt')],
	['homer', homer]
])('what %s exports is what the capture holds', async (format, content) => {
	expect(await readFile(content)).toEqual({ format, entries: captured, leftOut: {} });
});

test('with LF alone, and words around it, it is the same', async () => {
	const pasted = `Hello,\nhere it is:\n${fixture('sngrep.txt').toString().replaceAll('\r', '')}`;
	const { entries, leftOut } = await readFile(pasted);
	expect(entries).toEqual(captured);
	expect(leftOut).toEqual({ 'other lines': 2 });
});

test('addresses of IPv6 are told from their ports', async () => {
	const text = 'OPTIONS sip:a@example.com SIP/2.0\r\n\r\n';
	const written = `2026/05/28 20:26:40.000001 2001:db8::1:5062 -> [2001:db8::2]:5060\n${text}\n`;
	const { entries } = await readFile(written);
	expect(entries).toEqual([
		{
			kind: 'message',
			direction: 'sent',
			text,
			connection: '[2001:db8::1]:5062 – [2001:db8::2]:5060',
			path: { source: '[2001:db8::1]:5062', destination: '[2001:db8::2]:5060', transport: 'UDP' },
			at: 1_780_000_000_000_001
		}
	]);
});

test('a line about a message that is none is a loss', async () => {
	const [first = ''] = homer.split('\r\n');
	const { entries } = await readFile(`${first}\r\n\r\nRTCP of something\r\n${homer}`);
	expect(entries).toEqual([
		{ kind: 'loss', reason: 'damaged', count: 1, detail: 'a message', at: messages[0]?.at },
		...captured
	]);
});
