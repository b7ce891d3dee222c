import { usernameOf, type Account } from '../../accounts.ts';
import {
	autoReceptionist,
	echoingSubscriber,
	QUEUE,
	subscriberOf,
	TAKE_OVER,
	type Subscriber
} from './directory.ts';

/** What a dialled number reaches. */
export type Destination = { number: string } & (
	| { kind: 'extension'; account: Account }
	| { kind: 'telephone'; subscriber: Subscriber }
	| { kind: 'queue'; name: string }
	| { kind: 'conference' }
	/** `*813`: who was parked at 813, if anybody is. */
	| { kind: 'parking place' }
	| { kind: 'take-over' }
	| { kind: 'nowhere' }
);

/** Fewer digits than any public number has: it is an extension that nobody has. */
const SHORTEST_PUBLIC_NUMBER = 7;

/** @param dialled as in a SIP URI's user part or an `rc` attribute: `102`, `16505550102`, `+1 650…` */
export function destinationOf(dialled: string, accounts: readonly Account[]): Destination {
	if (dialled.startsWith('conf_')) return { kind: 'conference', number: dialled };
	const number = dialled.replace(/[\s().-]/g, '');
	const digits = number.replace(/^\+/, '');
	const account = accounts.find((candidate) => isNumberOf(candidate, digits));
	if (account) return { kind: 'extension', account, number: account.directNumber };
	return featureOf(digits) ?? outside(number, digits, accounts);
}

/** The number a caller shows: the one it asks for where that is its own, else its direct number. */
export function callerIdOf(account: Account, asserted: string): string {
	const digits = asserted.replace(/^\+/, '');
	return digits === account.mainNumber ? `+${digits}` : account.directNumber;
}

function featureOf(digits: string): Destination | undefined {
	if (digits === TAKE_OVER) return { kind: 'take-over', number: digits };
	if (digits === QUEUE.number) return { kind: 'queue', name: QUEUE.name, number: digits };
	if (/^\*8\d\d$/.test(digits)) return { kind: 'parking place', number: digits };
	return undefined;
}

function outside(number: string, digits: string, accounts: readonly Account[]): Destination {
	const subscriber = telephoneOf(digits, accounts);
	return subscriber
		? { kind: 'telephone', subscriber, number: subscriber.number }
		: { kind: 'nowhere', number };
}

function telephoneOf(digits: string, accounts: readonly Account[]): Subscriber | undefined {
	if (accounts.some(({ mainNumber }) => mainNumber === digits))
		return autoReceptionist(`+${digits}`);
	const known = subscriberOf(digits);
	if (known) return known;
	const isPublic = /^\d+$/.test(digits) && digits.length >= SHORTEST_PUBLIC_NUMBER;
	return isPublic ? echoingSubscriber(`+${digits}`) : undefined;
}

function isNumberOf(account: Account, digits: string): boolean {
	return (
		digits === account.extension ||
		digits === account.directNumber.slice(1) ||
		digits === usernameOf(account)
	);
}
