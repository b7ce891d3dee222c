import { usernameOf, type Account } from '../../accounts.ts';

/** What a dialled number reaches. */
export type Destination =
	| { kind: 'extension'; account: Account; number: string }
	| { kind: 'outside'; number: string }
	| { kind: 'nowhere'; number: string };

/** Fewer digits than any public number has: it is an extension that nobody has. */
const SHORTEST_PUBLIC_NUMBER = 7;

/** @param dialled as in a SIP URI's user part or an `rc` attribute: `102`, `16505550102`, `+1 650…` */
export function destinationOf(dialled: string, accounts: readonly Account[]): Destination {
	const number = dialled.replace(/[\s().-]/g, '');
	const digits = number.replace(/^\+/, '');
	const account = accounts.find((candidate) => isNumberOf(candidate, digits));
	if (account) return { kind: 'extension', account, number: account.directNumber };
	const isPublic = /^\d+$/.test(digits) && digits.length >= SHORTEST_PUBLIC_NUMBER;
	return isPublic ? { kind: 'outside', number: `+${digits}` } : { kind: 'nowhere', number };
}

/** The number a caller shows: the one it asks for where that is its own, else its direct number. */
export function callerIdOf(account: Account, asserted: string): string {
	const digits = asserted.replace(/^\+/, '');
	return digits === account.mainNumber ? `+${digits}` : account.directNumber;
}

function isNumberOf(account: Account, digits: string): boolean {
	return (
		digits === account.extension ||
		digits === account.directNumber.slice(1) ||
		digits === usernameOf(account)
	);
}
