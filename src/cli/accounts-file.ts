import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { accountOf, builtInAccounts, type Account } from '../lib/simulator/accounts.ts';

const text = (pattern: RegExp, form: string) => z.string().regex(pattern, `must be ${form}`);

/** One account of a file. Fields that are not here are refused: one may be a slip of the pen. */
const accountSchema = z.strictObject({
	extension: text(/^\d{2,6}$/, 'two to six digits, such as "201"'),
	password: z.string().min(1, 'must not be empty'),
	name: text(/^[^\p{Cc}"<>\\]+$/u, 'a name without quotes and angle brackets').optional(),
	mainNumber: text(/^\d{7,15}$/, 'digits alone, such as "16505550100"').optional(),
	directNumber: text(/^\+\d{7,15}$/, 'a number such as "+16505550201"').optional(),
	authorizationId: text(/^[\w.-]+$/, 'letters, digits, dots and hyphens').optional()
});

const fileSchema = z.array(accountSchema, 'must be a list of accounts').min(1, 'must not be empty');

/** What tells accounts apart, and so must not be given twice. */
const UNIQUE = ['extension', 'directNumber', 'authorizationId'] as const;

/**
 * The built-in accounts and those of a file; one with the extension of a built-in takes its place.
 * Rejects with all that is wrong, a line each: `accounts.json: [2].password: must not be empty`.
 */
export async function accountsWith(path: string): Promise<Account[]> {
	const { accounts, problems } = accountsIn(await readFile(path, 'utf8'));
	if (problems.length === 0) return accounts;
	throw new Error(problems.map((problem) => `${path}: ${problem}`).join('\n'));
}

interface Read {
	accounts: Account[];
	problems: string[];
}

function accountsIn(text: string): Read {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		return { accounts: [], problems: [`it is not JSON: ${(error as SyntaxError).message}`] };
	}
	const parsed = fileSchema.safeParse(json);
	if (!parsed.success) return { accounts: [], problems: parsed.error.issues.flatMap(problemsOf) };
	const added = parsed.data.map(accountOf);
	const taken = new Set(added.map(({ extension }) => extension));
	const kept = builtInAccounts.filter(({ extension }) => !taken.has(extension));
	return { accounts: [...kept, ...added], problems: repetitions(kept, added) };
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
	if (issue.code !== 'unrecognized_keys') return [placed(issue.path, issue.message)];
	return issue.keys.map((key) => placed([...issue.path, key], 'is no field of an account'));
}

function repetitions(kept: readonly Account[], added: readonly Account[]): string[] {
	return UNIQUE.flatMap((field) => {
		const owners = new Map(kept.map((account) => [account[field], account.name]));
		return added.flatMap((account, index) => {
			const owner = owners.get(account[field]);
			owners.set(account[field], `[${index}]`);
			if (owner === undefined) return [];
			return [placed([index, field], `${account[field]} belongs to ${owner} already`)];
		});
	});
}

/** `[2].password: must not be empty`; the message alone where it is about the whole. */
function placed(path: readonly PropertyKey[], message: string): string {
	const place = path
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
		.join('');
	return place === '' ? `it ${message}` : `${place}: ${message}`;
}
