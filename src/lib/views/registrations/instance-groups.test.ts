import { expect, test } from 'vitest';
import { createAnalysis } from '../../analysis/analysis.ts';
import { composeRequest, composeResponse } from '../../sip/compose.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import { SECOND } from '../../trace/instant.ts';
import { groupsOf } from './instance-groups.ts';

const START = 1_800_000_000 * SECOND;
const ADDRESS_OF_RECORD = 'sip:16505550100*101@example.com';

/** A REGISTER of an instance, and the answer to it. */
function exchange(seq: number, phone: string, instance: string, status: number): MessageEntry[] {
	const contact = `<sip:${phone}@example.invalid>;+sip.instance="<urn:uuid:${instance}>"`;
	const headers: [string, string][] = [
		['Via', `SIP/2.0/WSS example.invalid;branch=z9hG4bK${seq}`],
		['From', `<${ADDRESS_OF_RECORD}>;tag=${seq}`],
		['To', `<${ADDRESS_OF_RECORD}>`],
		['Call-ID', `register-${seq}`],
		['CSeq', '1 REGISTER']
	];
	const request = composeRequest({
		method: 'REGISTER',
		uri: 'sip:example.com',
		headers: [...headers, ['Contact', `${contact};expires=60`]]
	});
	const granted: [string, string][] = status === 200 ? [['Contact', `${contact};expires=60`]] : [];
	const response = composeResponse({ status, headers: [...headers, ...granted] });
	const seen = { kind: 'message', phone, instance, connection: `socket ${seq}` } as const;
	return [
		{ ...seen, seq, at: START + seq, direction: 'sent', text: request },
		{ ...seen, seq: seq + 1, at: START + seq + 1, direction: 'received', text: response }
	];
}

function groupOf(entries: MessageEntry[], now = START + SECOND) {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	const [group, ...others] = groupsOf(analysis, now);
	expect(others).toEqual([]);
	if (group === undefined) throw new Error('There is no group.');
	return group;
}

test('who is registered takes a slot; who is refused does not', () => {
	const group = groupOf([
		...exchange(0, 'alice', 'instance-1', 200),
		...exchange(2, 'alice', 'instance-2', 603)
	]);
	expect(group).toMatchObject({ extension: '101', free: 4, slots: 5 });
	expect(group.taken.map(({ state }) => state?.name)).toEqual(['registered']);
	expect(group.others.map(({ state }) => state?.status)).toEqual([603]);
});

test('once a binding has expired it takes no slot, and is still told of', () => {
	const group = groupOf(exchange(0, 'alice', 'instance-1', 200), START + 90 * SECOND);
	expect(group.taken).toEqual([]);
	expect(group.others.map(({ state }) => state?.name)).toEqual(['expired']);
});

test('instances without a named phone go by their ids', () => {
	const { taken } = groupOf([
		...exchange(0, 'alice', 'aaaaaaaa-1', 200),
		...exchange(2, 'bob', 'bbbbbbbb-2', 200)
	]);
	expect(taken.map(({ name }) => name)).toEqual(['Instance aaaaaaaa', 'Instance bbbbbbbb']);
});
