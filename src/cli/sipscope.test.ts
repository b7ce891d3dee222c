import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scenarios } from '../../tests/scenarios.ts';
import type { Entry } from '../lib/trace/entry.ts';
import { readTrace } from './input/read-trace.ts';
import { builtInto, type Ended, runProgram } from './testing/process.ts';
import { writtenTrace } from './testing/written-trace.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let program: [string, ...string[]];
let transfer: string;
let instances: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	program = await builtInto(join(folder, 'dist'));
	transfer = await file(
		'transfer.sipscope.json',
		await writtenTrace(scenarios['transfer refused']().entries)
	);
	instances = await file(
		'instances.sipscope.json',
		await writtenTrace(scenarios['five instances and a sixth']().entries)
	);
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

const sipscope = (...options: string[]): Promise<Ended> => runProgram([...program, ...options]);

/** More than is read, or written, at once. */
function long(): Entry[] {
	return Array.from({ length: 100 }, () => scenarios['transfer refused']().entries).flat();
}

const LISTS = ['messages', 'calls', 'registrations', 'findings', 'ladder'] as const;

describe('what is in a trace', () => {
	const traceFor = (command: (typeof LISTS)[number]) =>
		command === 'registrations' || command === 'findings' ? instances : transfer;

	test.each(LISTS)('%s, for people', async (command) => {
		const { code, out, error } = await sipscope(command, traceFor(command));
		await expect(out).toMatchFileSnapshot(`golden/${command}.txt`);
		expect([code, error]).toEqual([0, '']);
	});

	test.each(LISTS)('%s, an object a line', async (command) => {
		const { code, out, error } = await sipscope(command, traceFor(command), '--json');
		for (const line of out.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object');
		await expect(out).toMatchFileSnapshot(`golden/${command}.jsonl`);
		expect([code, error]).toEqual([0, '']);
	});

	test.each(['mermaid', 'svg'])('a ladder as %s', async (form) => {
		const { code, out } = await sipscope('ladder', transfer, '--as', form);
		expect(out).toContain({ mermaid: 'sequenceDiagram', svg: '<svg xmlns=' }[form]);
		expect(code).toBe(0);
	});
});

describe('where it comes from', () => {
	test('standard input, named or not, packed or not', async () => {
		const text = await writtenTrace(scenarios['transfer refused']().entries);
		const { out } = await sipscope('messages', transfer);
		for (const [options, input] of [
			[[], text],
			[['-'], gzipSync(text)]
		] as const) {
			expect(await runProgram([...program, 'messages', ...options], input)).toEqual({
				code: 0,
				out,
				error: ''
			});
		}
	});

	test('npm starts it, right after npm ci', async () => {
		const started = ['npm', 'run', '-s', 'cli', '--', 'calls', transfer] as const;
		expect(await runProgram(started)).toEqual(await sipscope('calls', transfer));
	});

	test('what a file lacks is told beside, unless nobody wants to know', async () => {
		const text = await writtenTrace(scenarios.busy().entries);
		const cut = await file('cut.sipscope.json', text.slice(0, -40));
		const told = await sipscope('calls', cut);
		expect(told).toMatchObject({
			code: 0,
			error: expect.stringMatching(/^Lost: cut off: the file/)
		});
		expect(await sipscope('calls', cut, '--quiet')).toEqual({ ...told, error: '' });
	});

	test('what was read of a damaged file counts, and is told to be a part', async () => {
		const text = await writtenTrace(long());
		const damaged = await file('damaged.sipscope.json', text.replace(/\n\]\}\n$/, '}}'));
		const { code, out, error } = await sipscope('messages', damaged);
		expect(code).toBe(4);
		expect(out.split('\n').length).toBeGreaterThan(1_000);
		expect(error).toMatch(/^The rest could not be read\. This is not valid JSON/);
	});
});

describe('a filter', () => {
	test('leaves messages, their calls, and what they prove', async () => {
		const { out } = await sipscope('messages', transfer, '--filter', 'method:REFER', '--json');
		const records = out.trimEnd().split('\n');
		expect(records.length).toBeGreaterThan(0);
		for (const line of records) expect(JSON.parse(line)).toMatchObject({ method: 'REFER' });
		expect((await sipscope('calls', transfer, '-f', 'status:486')).out).toBe('');
		expect((await sipscope('calls', transfer, '-f', 'method:REFER')).out).toContain(
			'transfer to 103 failed'
		);
	});

	test('that help or its page gives as an example is one', async () => {
		const page = join(import.meta.dirname, '../../docs/command-line.md');
		const told = (await sipscope('--help')).out + (await readFile(page, 'utf8'));
		const examples = told.matchAll(/^ +sipscope .*--filter ('[^']+'|\S+)/gm);
		const filters = [...examples].map(([, filter = '']) => filter.replaceAll("'", ''));
		expect(filters).toHaveLength(6);
		for (const filter of filters) {
			const { code, error } = await sipscope('messages', transfer, '--filter', filter);
			expect([filter, code, error]).toEqual([filter, 0, '']);
		}
	});

	test('that is wrong is marked where it is', async () => {
		const { code, out, error } = await sipscope('calls', transfer, '-f', 'is:sent metod:REFER');
		expect([code, out]).toEqual([2, '']);
		expect(error).toContain('  is:sent metod:REFER\n          ^^^^^^\n"metod:" is no key.');
	});
});

describe('converting', () => {
	const texts = async (path: string) =>
		(await readTrace(path)).entries.flatMap((entry) =>
			entry.kind === 'message' ? (entry.text ?? []) : []
		);

	test('redacts, and says so; the format is that of the name', async () => {
		const out = join(folder, 'redacted.har');
		const { code, error } = await sipscope('convert', transfer, out);
		expect(code).toBe(0);
		expect(error).toMatch(/^HTTP archive \(HAR\) .*does not hold: .*\nRedacted: \d+ names/);
		const [before, after] = [await texts(transfer), await texts(out)];
		expect(after.length).toBe(before.length);
		expect(after).not.toEqual(before);
		expect(await readFile(out, 'utf8')).not.toContain('16505550100*101');
	});

	test('leaves all as it is where that is wanted, and writes to standard output', async () => {
		const options = ['--to', 'sipscope-lines', '--no-redact', '--quiet'];
		const { code, out, error } = await sipscope('convert', transfer, ...options);
		expect([code, error]).toEqual([0, '']);
		const copy = await file('copy.sipscope.jsonl', out);
		expect((await readTrace(copy)).entries).toEqual((await readTrace(transfer)).entries);
	});

	test('writes what a filter leaves', async () => {
		const out = join(folder, 'refer.sipscope.json');
		expect((await sipscope('convert', transfer, out, '-f', 'method:REFER is:sent')).code).toBe(0);
		expect((await texts(out)).map((text) => text.split(' ')[0])).toEqual(['REFER']);
	});
});

describe('what cannot be is told in a sentence', () => {
	test('a trace without the call that a format is of', async () => {
		const trace = await file(
			'registrations.sipscope.json',
			await writtenTrace(scenarios['wrong password']().entries)
		);
		expect(await sipscope('convert', trace, '--to', 'sipp-uac', '--quiet')).toEqual({
			code: 3,
			out: '',
			error: 'The trace has no call that could be played: none is there from its INVITE on.\n'
		});
	});

	test.each([
		[['calls', 'no-such-file'], 3, 'There is no file no-such-file.'],
		[['calls', tmpdir()], 3, 'is a folder.'],
		[['calls', import.meta.filename], 3, 'This is no file that Sipscope knows.'],
		[['calls'], 3, 'The file is empty.'],
		[['cals'], 2, "unknown command 'cals'"],
		[['calls', '--jsn'], 2, "unknown option '--jsn'"],
		[['ladder', '--as', 'png'], 2, 'Allowed choices are text, mermaid, svg.'],
		[['convert', '-', 'trace.xyz'], 2, 'No format is called like trace.xyz; say which with --to: '],
		[['convert', '-'], 2, 'Say in which format with --to: '],
		[['convert'], 2, "missing required argument 'in'"],
		[[], 2, 'Usage: sipscope']
	])('%j', async (options, code, words) => {
		const ended = await sipscope(...options);
		expect(ended).toMatchObject({ code, out: '', error: expect.stringContaining(words) });
	});
});

test('help tells each command, and version its number', async () => {
	const { code, out } = await sipscope('--help');
	expect(code).toBe(0);
	for (const command of [...LISTS, 'convert']) expect(out).toContain(`\n  ${command} `);
	expect((await sipscope('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('whoever stops reading hears nothing of it', async () => {
	const trace = await file('long.sipscope.json', await writtenTrace(long()));
	const started = program.map((word) => `'${word}'`).join(' ');
	const piped = (options: string, reader: string) =>
		new Promise<Ended>((settle) =>
			execFile(
				'bash',
				['-c', `${started} ${options} | ${reader}; echo "\${PIPESTATUS[0]}"`],
				(_failure, out, error) => settle({ code: 0, out, error })
			)
		);
	const { out, error } = await piped(`messages '${trace}' --json`, 'head -n 1');
	expect(error).toBe('');
	expect(out).toMatch(/^\{"seq":.*\}\n0\n$/);
	// Who has gone before anything is written, since help is short.
	expect(await piped('--help', 'true')).toEqual({ code: 0, out: '0\n', error: '' });
});

test('no terminal obeys what a trace holds', async () => {
	const text =
		'OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: \u001b[31m\u009b2J\r\nCSeq: 1 OPTIONS\r\n\r\n';
	const path = await file('escapes.sip', text);
	for (const options of [[], ['--json']]) {
		const { out } = await sipscope('messages', path, ...options);
		expect(out).toContain('OPTIONS');
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	}
});
