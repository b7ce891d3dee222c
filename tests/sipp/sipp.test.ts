import { describe, expect, test } from 'vitest';
import { sippUac, sippUas } from '../../src/lib/formats/sipp/sipp.ts';
import { scanHead } from '../../src/lib/sip/head.ts';
import { eventually } from '../../src/lib/simulator/testing/eventually.ts';
import type { Entry } from '../../src/lib/trace/entry.ts';
import { scenarios } from '../scenarios.ts';
import { traceToWrite, written } from '../trace-to-write.ts';
import { freePort, playScenario, sippVersion } from './sipp.ts';
import { UdpEdge } from './udp-edge.ts';

/** Means something to SIPp, XML and regular expressions; here it is text. */
const WORDS = '[call_id] [$1] \\x41 ]]> </send> é %s';

const version = sippVersion();
if (version === undefined) console.warn('SIPp is not installed: its scenarios are not run.');

/** `> INVITE`, `< 200 INVITE`: what a phone saw of calls, without what says only that it is being worked on. */
function flowOf(entries: readonly Entry[]): string[] {
	return entries.flatMap((entry) => {
		if (entry.kind !== 'message') return [];
		const { kind, method, status } = scanHead(entry.text ?? '');
		if (method === 'REGISTER' || (kind === 'response' && status === 100)) return [];
		const sign = entry.direction === 'sent' ? '>' : '<';
		return kind === 'response' ? `${sign} ${status} ${method}` : `${sign} ${method}`;
	});
}

describe.skipIf(version === undefined)('SIPp', () => {
	test('makes the same call at the simulator’s edge, with credentials of its own', async () => {
		const host = new UdpEdge();
		const port = await host.listen();
		try {
			const recorded = await callAtEdge(host);
			const scenario = await written(sippUac, traceToWrite(recorded));
			const own = await freePort();
			const phone = host.phone(own, '102');
			await registered(phone);
			const begun = host.entries.length;
			const { authorizationId: username, password } = phone.account;
			expect(await playScenario(scenario, { port: own, peer: port, username, password })).toBe('');
			await eventually(() => flowOf(host.entries.slice(begun)).at(-1) === '< 200 BYE', 'the end');
			const played = flowOf(host.entries.slice(begun));
			// On a datagram a refusal is acknowledged, be it by a phone that leaves it out.
			const asRecorded = flowOf(recorded).flatMap((step) =>
				step === '< 407 INVITE' ? [step, '> ACK'] : [step]
			);
			expect(played).toEqual(asRecorded);
			const invites = host.entries
				.slice(begun)
				.flatMap((entry) =>
					entry.kind === 'message' && /^INVITE/.test(entry.text ?? '') ? entry.text : []
				);
			expect(invites).toHaveLength(2);
			for (const text of invites) expect(text).toContain(`\r\nX-Words: ${WORDS}\r\n`);
		} finally {
			host.close();
		}
	}, 90_000);

	test.each(['busy', 'cancelled', 'transferred', 'held by both', 'declined', 'parked'] as const)(
		'plays both sides of a call with itself: %s',
		async (name) => {
			const trace = traceToWrite(scenarios[name]().entries);
			const [uac, uas] = await Promise.all([written(sippUac, trace), written(sippUas, trace)]);
			const [caller, called] = [await freePort(), await freePort()];
			const answered = playScenario(uas, { port: called });
			const credentials = { username: 'alice', password: 'alice-has-no-secret' };
			const made = playScenario(uac, { port: caller, peer: called, ...credentials });
			expect(await Promise.all([made, answered])).toEqual(['', '']);
		},
		90_000
	);
});

test('a trace without a call is refused in words', async () => {
	const { entries } = scenarios['register and refresh']();
	await expect(written(sippUac, traceToWrite(entries))).rejects.toMatchObject({ code: 'no-call' });
});

/** Alice calls the echo test, holds, and hangs up. */
async function callAtEdge(host: UdpEdge): Promise<Entry[]> {
	const alice = host.phone(await freePort(), '101');
	await registered(alice);
	const begun = host.entries.length;
	const saw = (words: string) =>
		eventually(() => flowOf(host.entries.slice(begun)).at(-1) === words, words);
	alice.call('*11', { 'X-Words': WORDS });
	await saw('< 407 INVITE');
	alice.call('*11', { 'X-Words': WORDS });
	await saw('< 200 INVITE');
	const tagged = { To: headerOf(host.entries.at(-1), 'to') };
	alice.request('ACK', tagged);
	await saw('> ACK');
	alice.request('BYE', tagged);
	await saw('< 200 BYE');
	return host.entries.slice(begun);
}

async function registered(phone: ReturnType<UdpEdge['phone']>): Promise<void> {
	const { length } = phone.received;
	phone.register();
	await eventually(
		() => phone.received.slice(length).some(({ text }) => /^SIP\/2.0 401/.test(text)),
		'a challenge'
	);
	phone.register();
	await eventually(
		() => phone.received.slice(length).some(({ text }) => /^SIP\/2.0 200/.test(text)),
		'a binding'
	);
}

function headerOf(entry: Entry | undefined, name: 'to'): string {
	return entry?.kind === 'message' ? scanHead(entry.text ?? '')[name] : '';
}
