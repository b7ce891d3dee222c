import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInAccounts } from '../lib/simulator/accounts.ts';
import { accountsWith } from './accounts-file.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function reading(content: unknown) {
	const file = join(folder, 'accounts.json');
	await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
	return accountsWith(file);
}

test('an extension and a password are enough', async () => {
	const accounts = await reading([{ extension: '201', password: 'x' }]);
	expect(accounts.slice(0, 3)).toEqual(builtInAccounts);
	expect(accounts[3]).toEqual({
		name: 'Extension 201',
		extension: '201',
		mainNumber: '16505550100',
		directNumber: '+16505550201',
		authorizationId: '802398201001',
		password: 'x'
	});
});

test('all can be told', async () => {
	const dave = {
		name: 'Dave Éxample',
		extension: '2001',
		mainNumber: '14155550100',
		directNumber: '+14155550199',
		authorizationId: 'dave',
		password: ' with spaces '
	};
	expect((await reading([dave])).at(-1)).toEqual(dave);
});

test('a built-in account can be replaced', async () => {
	const accounts = await reading([{ extension: '102', password: 'x', name: 'Rob' }]);
	expect(accounts.map(({ name }) => name)).toEqual(['Alice', 'Carol', 'Rob']);
});

describe('what is wrong is told where it is', () => {
	test.each<[unknown, string]>([
		['{ "extension": ', 'accounts.json: it is not JSON: '],
		[{}, 'accounts.json: it must be a list of accounts'],
		[[], 'accounts.json: it must not be empty'],
		[[{ extension: '201' }], 'accounts.json: [0].password: '],
		[[{ extension: 201, password: 'x' }], 'accounts.json: [0].extension: '],
		[[{ extension: '2x', password: 'x' }], '[0].extension: must be two to six digits'],
		[[{ extension: '201', password: '' }], '[0].password: must not be empty'],
		[[{ extension: '201', pasword: 'x' }], '[0].pasword: is no field of an account'],
		[
			[{ extension: '201', password: 'x', directNumber: '1' }],
			'[0].directNumber: must be a number'
		],
		[[{ extension: '201', password: 'x', name: '<b>' }], '[0].name: must be a name without'],
		[[{ extension: '201', password: 'x', authorizationId: 'a b' }], '[0].authorizationId: must be'],
		[
			[
				{ extension: '201', password: 'x' },
				{ extension: '201', password: 'x', directNumber: '+16505550299', authorizationId: 'y' }
			],
			'[1].extension: 201 belongs to [0] already'
		],
		[
			[{ extension: '201', password: 'x', authorizationId: '802398101001' }],
			'[0].authorizationId: 802398101001 belongs to Alice already'
		]
	])('%j', async (content, words) => {
		await expect(reading(content)).rejects.toThrow(words);
	});

	test('all of it at once', async () => {
		const wrong = [{ extension: 'x' }, { password: '' }];
		const error = await reading(wrong).catch((thrown: Error) => thrown.message.split('\n'));
		expect(error).toHaveLength(4);
	});

	test('and a file that is not there', async () => {
		await expect(accountsWith(join(folder, 'none.json'))).rejects.toThrow('ENOENT');
	});
});
