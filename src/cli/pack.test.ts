import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importsOf } from '../../tests/architecture/imports.ts';
import { scenarios } from '../../tests/scenarios.ts';
import { runProgram } from './testing/process.ts';
import { writtenTrace } from './testing/written-trace.ts';

const project = resolve(import.meta.dirname, '../..');

/** What npm tells of a package that it packed. */
interface Packed {
	filename: string;
	files: readonly { path: string }[];
}

let folder: string;
let packed: Packed;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	const { out, error } = await runProgram(
		['npm', 'pack', '--json', '--pack-destination', folder],
		'',
		project
	);
	// What its scripts print comes before the JSON.
	const json = /^\[[^]*^\]/m.exec(out)?.[0];
	if (json === undefined) throw new Error(`npm pack failed: ${error}`);
	[packed] = JSON.parse(json) as [Packed];
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test('the package holds what it offers, with all that that imports, and no test', () => {
	const { bin, exports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
		bin: Record<string, string>;
		exports: Record<string, string>;
	};
	const paths = new Set(packed.files.map(({ path }) => path));
	for (const path of [...Object.values(bin), ...Object.values(exports)]) {
		expect(paths).toContain(path.replace('./', ''));
		for (const needed of importedFrom(path.replace('./', ''))) expect(paths).toContain(needed);
	}
	expect([...paths].filter((path) => /\.test\.|golden|testing\/|^tests|^bench/.test(path))).toEqual(
		[]
	);
});

test('installed in an empty folder, it runs', async () => {
	await writeFile(join(folder, 'package.json'), '{"private":true}');
	const tarball = join(folder, packed.filename);
	const options = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
	const installed = await runProgram(['npm', 'install', ...options, tarball], '', folder);
	expect(installed).toMatchObject({ code: 0 });
	const trace = join(folder, 'trace.sipscope.json');
	await writeFile(trace, await writtenTrace(scenarios['transfer refused']().entries));
	const program = join(folder, 'node_modules/.bin/sipscope');
	const { code, out, error } = await runProgram([program, 'calls', trace], '', folder);
	expect([code, error]).toEqual([0, '']);
	expect(out).toBe(readFileSync(join(import.meta.dirname, 'golden/calls.txt'), 'utf8'));
}, 180_000);

/** All files of ours that one needs, itself left out. */
function importedFrom(path: string, found = new Set<string>()): Set<string> {
	if (!path.endsWith('.ts')) return found;
	for (const { specifier } of importsOf(path, readFileSync(join(project, path), 'utf8'))) {
		const needed = join(dirname(path), specifier);
		if (!specifier.startsWith('.') || found.has(needed) || !existsSync(join(project, needed))) {
			continue;
		}
		found.add(needed);
		importedFrom(needed, found);
	}
	return found;
}
