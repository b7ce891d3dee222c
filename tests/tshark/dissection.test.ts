import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../src/lib/analysis/seen-message.ts';
import { analysed } from '../analysed.ts';
import { SDP_FIELDS, ourSdp, theirSdp } from './description-reading.ts';
import { HEAD_EXCEPTIONS, SDP_EXCEPTIONS } from './exceptions.ts';
import { HEAD_FIELDS, ourHead, theirHead } from './head-reading.ts';
import {
	type Specimen,
	type Trace,
	capture,
	frames,
	specimensOf,
	traces,
	twice
} from './specimens.ts';
import { type Dissection, dissect, tsharkVersion } from './tshark.ts';

const version = tsharkVersion();

/** What is read of each frame, by us and by tshark. */
function compare<Reading>(
	specimens: readonly Specimen[],
	fields: readonly string[],
	ours: (text: string) => Reading,
	theirs: (read: Dissection) => Reading
) {
	const read = dissect(capture(specimens), fields);
	expect(read).toHaveLength(specimens.length);
	return specimens.map(({ name, text }, index) => ({
		name,
		ours: ours(text),
		theirs: theirs(read[index] ?? {})
	}));
}

/** Both readings, each with its frame's name: what differs is then easy to find. */
function expectSame(read: { name: string; ours: unknown; theirs: unknown }[]): void {
	expect(read.map(({ name, ours }) => [name, ours])).toEqual(
		read.map(({ name, theirs }) => [name, theirs])
	);
}

describe.skipIf(!version)(`what ${version ?? 'tshark, which is not installed,'} dissects`, () => {
	const played = traces();
	const sound = [...frames('frames'), ...played.flatMap(specimensOf)];
	const torture = [...frames('torture/rfc4475'), ...frames('torture/rfc5118')];

	test('is what we read of heads', () => {
		expectSame(compare(sound, HEAD_FIELDS, ourHead, theirHead));
	});

	test('is what we read of descriptions', () => {
		const read = compare(sound, SDP_FIELDS, ourSdp, theirSdp);
		expect(read.filter(({ ours }) => ours !== undefined).length).toBeGreaterThan(50);
		expectSame(read);
	});

	test('is what we read of tortured messages, but where tshark errs', () => {
		const heads = compare(torture, HEAD_FIELDS, ourHead, theirHead);
		expectSame(heads.filter(({ name }) => !Object.hasOwn(HEAD_EXCEPTIONS, name)));
		const descriptions = compare(torture, SDP_FIELDS, ourSdp, theirSdp);
		expectSame(descriptions.filter(({ name }) => !Object.hasOwn(SDP_EXCEPTIONS, name)));
	});

	test('are the calls that we tell apart', () => {
		const read = dissectTraces(played, ['sip.Method', 'sip.Call-ID']);
		const told = played.map(({ name, entries }, index) => ({
			name,
			ours: [...new Set(analysed(entries).calls.map(({ callId }) => callId))].sort(),
			theirs: invitedIn(read[index] ?? []).sort()
		}));
		expectSame(told);
	});

	test('are the retransmissions, but where tshark tells none', () => {
		const all = [...played, ...played.map(twice)];
		const read = dissectTraces(all, ['sip.resend']);
		const told = all.flatMap(({ name, entries }, index) =>
			repeatsIn([...analysed(entries).messages]).map(({ seq, ours }) => ({
				name: `${name}, message ${seq}`,
				ours,
				theirs: read[index]?.[seq]?.['sip.resend']?.[0] === '1'
			}))
		);
		expect(told.filter(({ ours }) => ours).length).toBeGreaterThan(500);
		expectSame(told);
	});
});

/** What tshark reads of each trace's frames. */
function dissectTraces(all: readonly Trace[], fields: readonly string[]): Dissection[][] {
	const specimens = all.map(specimensOf);
	const read = dissect(capture(specimens.flat()), fields);
	let at = 0;
	return specimens.map(({ length }) => read.slice(at, (at += length)));
}

function invitedIn(read: readonly Dissection[]): string[] {
	const invites = read.filter((one) => one['sip.Method']?.[0] === 'INVITE');
	return [...new Set(invites.map((one) => one['sip.Call-ID']?.[0] ?? ''))];
}

/**
 * Which messages repeat an earlier one. Left out are those of which tshark never says so: an ACK and a
 * provisional response, which no timer repeats (RFC 3261 §17), and whatever has the CSeq number of
 * another method, such as a CANCEL, since it keeps one method for each number.
 */
function repeatsIn(messages: readonly SeenMessage[]): { seq: number; ours: boolean }[] {
	const methods = new Map<string, Set<string>>();
	const keyOf = ({ head }: SeenMessage) => `${head.callId} ${head.cseq}`;
	for (const message of messages) {
		const { method } = message.head;
		const known = methods.get(keyOf(message)) ?? new Set();
		if (method !== 'ACK') methods.set(keyOf(message), known.add(method));
	}
	return messages
		.filter(({ head }) => head.method !== 'ACK' && (head.status === 0 || head.status >= 200))
		.filter((message) => methods.get(keyOf(message))?.size === 1)
		.map(({ entry, retransmissionOf }) => ({
			seq: entry.seq,
			ours: retransmissionOf !== undefined
		}));
}
