import { mkdtemp, readdir, readFile, rm, writeFile as write } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scenarios } from '../../../tests/scenarios.ts';
import { traceHeader } from '../../../tests/trace-header.ts';
import { ExportError } from '../../lib/formats/export-error.ts';
import { TraceExport } from '../../lib/formats/export.ts';
import { sipscopeLines } from '../../lib/formats/sipscope/sipscope-lines.ts';
import { writeFile } from './whole-file.ts';

let folder: string;
let out: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	out = join(folder, 'out.txt');
});

afterEach(() => rm(folder, { recursive: true }));

const trace = {
	header: traceHeader(),
	annotations: [],
	async *batches() {
		yield scenarios.busy().entries;
	}
};

test('a file is put in its place once it is whole', async () => {
	const { writer } = sipscopeLines;
	if (writer === undefined) throw new Error('nothing writes it');
	await writeFile(out, new TraceExport(trace, writer, { redact: true }));
	expect(await readdir(folder)).toEqual(['out.txt']);
	expect(await readFile(out, 'utf8')).toMatch(/^\{"type":"sipscope-trace"/);
});

test('what still holds an original is not written, and what was there stays', async () => {
	await write(out, 'before');
	const leaking = {
		loses: [],
		async *write({ batches }: typeof trace) {
			for await (const batch of batches()) yield `${batch.length}\n`;
			yield JSON.stringify(scenarios.busy().entries);
		}
	};
	const exported = new TraceExport(trace, leaking, { redact: true });
	await expect(writeFile(out, exported)).rejects.toBeInstanceOf(ExportError);
	expect(await readdir(folder)).toEqual(['out.txt']);
	expect(await readFile(out, 'utf8')).toBe('before');
});

test('where it cannot be written is told', async () => {
	const exported = new TraceExport(trace, { loses: [], async *write() {} }, { redact: false });
	await expect(writeFile(join(folder, 'none', 'out.txt'), exported)).rejects.toThrow('ENOENT');
	await expect(writeFile(folder, exported)).rejects.toThrow('is a folder');
});
