import { describe, expect, test } from 'vitest';
import { analysed, callWords } from '../../../tests/analysed.ts';
import { ELEMENTS, type ElementName } from '../../../tests/flows/element.ts';
import { Flow } from '../../../tests/flows/flow.ts';
import { registrationFlows } from '../../../tests/flows/rfc3665-registration.ts';
import { sessionFlows } from '../../../tests/flows/rfc3665-sessions.ts';
import { parseMessage } from '../sip/message.ts';
import type { Analysis } from './analysis.ts';

const flows = { ...registrationFlows, ...sessionFlows };

function seenBy(name: ElementName, flow: keyof typeof flows): Analysis {
	return analysed(new Flow(flows[flow]).seenBy(name));
}

/** `INVITE 407, INVITE 200, BYE -`: what became of each request. */
function transactionsOf({ transactions }: Analysis): string {
	return transactions
		.map(({ method, final }) => `${method} ${final?.head.status ?? '-'}`)
		.join(', ');
}

describe('RFC 3665 §3, by the user agents', () => {
	test.each([
		['3.1 established', 'alice', 'answered · bob hung up', 'INVITE 200, BYE 200'],
		['3.1 established', 'bob', 'answered · bob hung up', 'INVITE 200, BYE 200'],
		[
			'3.2 through two proxies',
			'alice',
			'answered · bob hung up',
			'INVITE 407, INVITE 200, BYE 200'
		],
		['3.2 through two proxies', 'bob', 'answered · bob hung up', 'INVITE 200, BYE 200'],
		[
			'3.3 with two challenges',
			'alice',
			'answered · bob hung up',
			'INVITE 407, INVITE 407, INVITE 200, BYE 200'
		],
		[
			'3.4 after a proxy failed',
			'alice',
			'answered · bob hung up',
			'INVITE -, INVITE 407, INVITE 200, BYE 200'
		],
		[
			'3.6 redirected, with the offer in the 200',
			'alice',
			'answered · bob hung up',
			'INVITE 302, INVITE 200, BYE 200'
		],
		[
			'3.7 re-INVITE to a new address',
			'bob',
			'answered · alice hung up',
			'INVITE 200, INVITE 200, BYE 200'
		],
		['3.8 no answer', 'alice', 'cancelled after 20 s', 'INVITE 487, CANCEL 200'],
		['3.8 no answer', 'bob', 'missed', 'INVITE 487, CANCEL 200'],
		['3.9 busy', 'alice', '486 Busy Here', 'INVITE 486'],
		['3.10 no response', 'alice', '480 Temporarily Unavailable', 'INVITE 480'],
		['3.10 no response', 'bob', 'calling', 'INVITE -'],
		['3.11 temporarily unavailable', 'alice', '480 Temporarily Unavailable', 'INVITE 480'],
		['forked', 'alice', 'answered · alice hung up', 'INVITE 200, BYE 200'],
		['forked', 'bob', 'missed', 'INVITE 487, CANCEL 200'],
		['forked', 'carol', 'answered · alice hung up', 'INVITE 200, BYE 200']
	] as const)('%s, as %s saw it', (flow, name, outcome, transactions) => {
		const analysis = seenBy(name, flow);
		expect(callWords(analysis)).toEqual([outcome]);
		expect(transactionsOf(analysis)).toBe(transactions);
	});

	test('a request repeated on the wire is told from a new one', () => {
		const { messages } = seenBy('bob', '3.10 no response');
		expect(messages.map(({ retransmissionOf }) => retransmissionOf?.entry.seq)).toEqual([
			undefined,
			0,
			0
		]);
	});
});

describe('RFC 3665 §3, by the proxies, which are no side of the call', () => {
	test.each([
		['3.2 through two proxies', 'proxy1', 'answered · bob hung up'],
		['3.2 through two proxies', 'proxy2', 'answered · bob hung up'],
		['3.3 with two challenges', 'proxy1', 'answered · bob hung up'],
		['3.3 with two challenges', 'proxy2', 'answered · bob hung up'],
		['3.4 after a proxy failed', 'proxy1', 'calling'],
		['3.4 after a proxy failed', 'proxy2', 'answered · bob hung up'],
		['3.6 redirected, with the offer in the 200', 'proxy2', 'answered · bob hung up'],
		['3.8 no answer', 'proxy1', 'missed'],
		['3.9 busy', 'proxy1', '486 Busy Here'],
		['3.10 no response', 'proxy1', '480 Temporarily Unavailable'],
		['3.10 no response', 'proxy2', '480 Temporarily Unavailable'],
		['3.11 temporarily unavailable', 'proxy1', '480 Temporarily Unavailable'],
		['forked', 'proxy2', 'answered · alice hung up']
	] as const)('%s, as %s saw it', (flow, name, outcome) => {
		expect(callWords(seenBy(name, flow))).toEqual([outcome]);
	});
});

describe('RFC 3665 §2, by Bob', () => {
	test.each([
		['2.1 new registration', [['register', 200, 3600]]],
		['2.2 update of the contact list', [['register', 200, 4_294_967_295]]],
		['2.3 request for the contact list', [['fetch', 200, undefined]]],
		[
			'2.4 cancellation of a registration',
			[
				['register', 200, 3600],
				['unregister', 200, undefined]
			]
		],
		['2.5 unsuccessful registration', [['register', 401, undefined]]]
	] as const)('%s', (flow, attempts) => {
		const { registrations } = seenBy('bob', flow);
		expect(
			registrations
				.flatMap((registration) => registration.attempts)
				.map(({ kind, status, grantedSeconds }) => [kind, status, grantedSeconds])
		).toEqual(attempts);
	});
});

test('every element, proxies too, reads every message of every flow without a problem', () => {
	for (const flow of Object.keys(flows) as (keyof typeof flows)[]) {
		for (const name of Object.keys(ELEMENTS) as ElementName[]) {
			const entries = new Flow(flows[flow]).seenBy(name);
			const { messages } = analysed(entries);
			expect(messages.map(({ transaction }) => transaction !== undefined)).toEqual(
				entries.map(() => true)
			);
			for (const { entry } of messages) {
				const { problems } = parseMessage(entry.text ?? '');
				expect(problems, entry.text).toEqual([]);
			}
		}
	}
});
