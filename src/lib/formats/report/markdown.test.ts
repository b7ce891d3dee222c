import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import { MERMAID_LIMIT } from '../../ladder/mermaid.ts';
import { markdown } from './markdown.ts';

const write = (...trace: Parameters<typeof traceToWrite>) =>
	written(markdown, traceToWrite(...trace));

/** What stands in the fences of a text, as CommonMark reads them, and what stands outside. */
function partsOf(text: string): { blocks: string[]; outside: string[] } {
	const blocks: string[] = [];
	const outside: string[] = [];
	let fence = '';
	for (const line of text.split(/\r\n?|\n/)) {
		const [, run = ''] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? [];
		if (fence === '' && run !== '') {
			fence = run;
			blocks.push('');
		} else if (fence === '') outside.push(line);
		else if (run.length >= fence.length && line.trim() === run) fence = '';
		else blocks.push(`${blocks.pop()}${line}\n`);
	}
	expect(fence).toBe('');
	return { blocks, outside };
}

test('a report says what went wrong, with links to the messages that prove it', async () => {
	const { entries } = scenarios['wrong password']();
	const notes = [{ seq: 3, bookmarked: true, note: 'Is this the *right* password?\n- no' }];
	await expect(await write(entries, notes, 'Alice cannot register')).toMatchFileSnapshot(
		'golden/wrong-password.md'
	);
});

test('messages stay in their fences, whatever they say', async () => {
	const words = fc.constantFrom(
		'```',
		'`',
		'````sip',
		'\n',
		'\r\n',
		'~~~',
		'# a',
		'<b>',
		'SIP/2.0 200 OK'
	);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(words), { maxLength: 4 }), async (texts) => {
			const trace = new ScriptedTrace();
			for (const text of texts)
				trace.record({ kind: 'message', direction: 'received', text: text.join('') });
			const { blocks } = partsOf(await write(trace.entries));
			expect(blocks.slice(1)).toEqual(
				texts.map((text) => text.join('').replaceAll('\r\n', '\n').replace(/\n*$/, '\n'))
			);
		})
	);
});

test('words of a trace are words', async () => {
	const hostile =
		'<img src=x onerror=alert(1)> [a](javascript:b) `|` ![](https://example.com/a.png)';
	const trace = new ScriptedTrace();
	const alice = trace.phone(hostile, '101').online();
	alice.call('102', { callId: hostile }).dial().refused(486);
	const { outside } = partsOf(
		await write(trace.entries, [{ seq: 1, bookmarked: false, note: hostile }], hostile)
	);
	const text = outside.join('\n');
	expect(text).toContain('onerror');
	expect(text).not.toMatch(/<|!\[|[^\\]\[a\]|https:\/\//);
	const rows = outside.filter((line) => line.startsWith('| ') && line.includes('onerror'));
	for (const row of rows) expect([8, 6, 4]).toContain(row.split(/(?<!\\)\|/).length - 2);
});

test('of a long trace it has the beginning, and says so', async () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	for (let call = 0; call < 520; call++) {
		trace.wait(10_000);
		alice
			.call('102', { callId: `call-${call}` })
			.dial()
			.refused(486);
	}
	const text = await write(trace.entries);
	const { blocks, outside } = partsOf(text);
	expect(blocks).toHaveLength(2_001);
	expect(blocks[0]?.length).toBeLessThanOrEqual(MERMAID_LIMIT);
	expect(blocks[0]).toMatch(/The first [\d#;,]+ rows of/);
	expect(outside).toContainEqual(
		expect.stringMatching(/^The first 2,000 messages of 3,\d+ are here\.$/)
	);
	expect(outside).toContain('The first 500 calls of 520 are here.');
	expect(outside.filter((line) => line.startsWith('| 101 → 102'))).toHaveLength(500);
});
