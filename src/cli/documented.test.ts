import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtInAccounts, usernameOf } from '../lib/simulator/accounts.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/simulator.md'), 'utf8');

test('docs/simulator.md tells every option, and no other', () => {
	const program = ['--import', 'tsx', resolve(import.meta.dirname, 'simulator.ts'), '--help'];
	const help = execFileSync(process.execPath, program, { encoding: 'utf8' });
	const offered = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
	const [, table = ''] = /## Options([\s\S]*?)\n## /.exec(page) ?? [];
	const told = [...table.matchAll(/`(--[\w-]+)[^`]*`/g)].map(([, name]) => name);
	expect(new Set(told)).toEqual(
		new Set(offered.filter((name) => !/version|help/.test(name ?? '')))
	);
}, 30_000);

test('docs/simulator.md tells the built-in accounts as they are', () => {
	for (const account of builtInAccounts) {
		const { extension, name, authorizationId, password } = account;
		const row = page.split('\n').find((line) => line.startsWith(`| ${extension} | ${name} `)) ?? '';
		for (const value of [usernameOf(account), authorizationId, password])
			expect(row).toContain(`\`${value}\``);
	}
});
