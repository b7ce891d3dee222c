import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { anyEntries, anyTrace, anyTraceOfStrangers } from '../../../tests/arbitraries/trace.ts';
import { ladderScenes } from '../../../tests/ladder-scenes.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import type { Entry } from '../trace/entry.ts';
import { FOLD_KINDS } from './fold.ts';
import { GrowingLadder, type LayoutOptions } from './growing-ladder.ts';
import { describeHidden } from './hidden.ts';
import { ALL_LANES } from './lane.ts';
import type { TimedRow } from './row.ts';
import { printLadder } from './text.ts';

const FOLDED: LayoutOptions = { folds: FOLD_KINDS };

/** Drawn when all is known. */
function atOnce(entries: readonly Entry[], options = FOLDED): GrowingLadder {
	const ladder = new GrowingLadder(analysed(entries), options);
	ladder.draw(entries);
	return ladder;
}

/** Drawn as it was seen, entry by entry. */
function asSeen(entries: readonly Entry[], options = FOLDED): GrowingLadder {
	const analysis = createAnalysis();
	const ladder = new GrowingLadder(analysis, options);
	const seen: Entry[] = [];
	for (const entry of entries) {
		analysis.ingest(entry);
		seen.push(entry);
		ladder.draw(seen);
	}
	return ladder;
}

function timed({ rows }: GrowingLadder): TimedRow[] {
	return [...rows].filter((row) => row.type !== 'gap');
}

/** Of an import without names only a later REGISTER tells whose connection it is. */
function isNamed(entries: readonly Entry[]): boolean {
	return entries.every(({ kind, phone }) => phone !== undefined || kind === 'loss');
}

/** On a clock that never goes back: what is missing when, is a matter of time. */
function steadied(entries: readonly Entry[]): Entry[] {
	let latest = 0;
	return entries.map((entry) => ({ ...entry, at: (latest = Math.max(latest, entry.at)) }));
}

const scenes = Object.entries({ ...scenarios, ...ladderScenes });

const named = scenes.filter(([, scene]) => isNamed(scene().entries));

test.each(named)('drawn entry by entry it is the same: %s', (_, scene) => {
	const { entries } = scene();
	expect(printLadder(asSeen(entries))).toBe(printLadder(atOnce(entries)));
});

test('drawn entry by entry it is the same, whatever comes', () => {
	fc.assert(
		fc.property(anyTraceOfStrangers.filter(isNamed).map(steadied), (entries) => {
			expect(printLadder(asSeen(entries))).toBe(printLadder(atOnce(entries)));
		}),
		{ numRuns: 40 }
	);
}, 60_000);

test('draws whatever comes, and every message of it', () => {
	fc.assert(
		fc.property(anyEntries, (entries) => {
			const ladder = asSeen(entries);
			printLadder(ladder);
			for (const { seq } of entries) expect(ladder.rows.at(ladder.rows.indexOf(seq))).toBeDefined();
		})
	);
});

test('every message has its row, or is in a fold that counts it', () => {
	fc.assert(
		fc.property(anyTrace, (entries) => {
			const ladder = atOnce(entries);
			const messages = entries.filter(({ kind }) => kind === 'message');
			const rungs = timed(ladder).filter(({ type }) => type === 'rung');
			const folded = Object.values(ladder.hidden.folded).reduce((sum, count) => sum + count, 0);
			expect(rungs.length + folded).toBe(messages.length);
			for (const { seq } of messages)
				expect(ladder.rows.at(ladder.rows.indexOf(seq))).toBeDefined();
		}),
		{ numRuns: 40 }
	);
}, 60_000);

test('opened, each fold shows its messages in order; closed again, it is as it was', () => {
	for (const [, scene] of scenes) {
		const { entries } = scene();
		const ladder = atOnce(entries);
		const before = printLadder(ladder);
		const heads = timed(ladder).flatMap((row) => ('fold' in row && row.fold ? [row.fold] : []));
		for (const { id } of heads) ladder.setOpen(id, true);
		const seqs = timed(ladder).flatMap((row) => (row.type === 'rung' ? row.seq : []));
		expect(seqs).toEqual(entries.flatMap(({ kind, seq }) => (kind === 'message' ? seq : [])));
		expect(Object.values(ladder.hidden.folded).every((count) => count === 0)).toBe(true);
		for (const { id } of heads) ladder.setOpen(id, false);
		expect(printLadder(ladder)).toBe(before);
	}
});

test('a message in a closed fold is found at the head of it', () => {
	const ladder = atOnce(scenarios['register and refresh']().entries);
	const line = timed(ladder).find(({ type }) => type === 'fold');
	expect(line).toMatchObject({ seq: 9, label: '1 refresh', note: '6 messages in 20 ms' });
	expect(ladder.rows.at(ladder.rows.indexOf(12))).toEqual(line);
	ladder.setOpen(9, true);
	expect(ladder.rows.at(ladder.rows.indexOf(12))).toMatchObject({ type: 'rung', seq: 12 });
});

test('what comes late after all is no longer missing', () => {
	const trace = ladderScenes['a refresh without an answer']();
	const asked = trace.entries.at(-2);
	const text = asked?.kind === 'message' ? (asked.text ?? '') : '';
	const late = text.replace(/^REGISTER.*/, 'SIP/2.0 200 OK');
	trace.record({
		...(asked as Entry & { kind: 'message' }),
		text: late,
		direction: 'received',
		bytes: undefined
	});
	expect(timed(asSeen(trace.entries)).some(({ type }) => type === 'missing')).toBe(false);
	expect(printLadder(asSeen(trace.entries))).toBe(printLadder(atOnce(trace.entries)));
});

test('what nobody waits for any longer is drawn without another entry', () => {
	const { entries } = ladderScenes['a refresh without an answer']();
	const open = entries.slice(0, -1);
	const ladder = atOnce(open);
	const asked = open.at(-1)?.at ?? 0;
	ladder.settle(asked + 31_000_000);
	expect(timed(ladder).at(-1)).toMatchObject({ type: 'fold' });
	ladder.settle(asked + 32_000_000);
	expect(timed(ladder).slice(-2)).toMatchObject([
		{ type: 'rung', label: 'REGISTER' },
		{ type: 'missing', label: 'no response', note: 'to REGISTER · within 32 s' }
	]);
});

test('a hidden lane takes its rows with it, and that is said', () => {
	const { entries } = scenarios['call between two phones']();
	const ladder = atOnce(entries);
	const all = timed(ladder).length;
	const bob = ladder.lanes[2];
	expect(bob?.title).toBe('Bob');
	ladder.arrange({ ...ALL_LANES, hidden: [bob?.id ?? ''] });
	expect(ladder.lanes.map(({ title }) => title)).toEqual(['Alice', 'Edge']);
	expect(describeHidden(ladder.hidden)).toContain('Bob hidden: 18 entries');
	expect(ladder.allLanes).toHaveLength(3);
	ladder.arrange(ALL_LANES);
	expect(timed(ladder)).toHaveLength(all);
});

test('lanes stand in the order that was chosen, and rungs follow', () => {
	const { entries } = scenarios['call between two phones']();
	const ladder = atOnce(entries);
	const [alice, edge, bob] = ladder.lanes.map(({ id }) => id);
	ladder.arrange({ ...ALL_LANES, order: [bob ?? '', edge ?? '', alice ?? ''] });
	expect(ladder.lanes.map(({ title }) => title)).toEqual(['Bob', 'Edge', 'Alice']);
	const invite = timed(ladder).find(({ label }) => label === 'INVITE');
	expect(invite).toMatchObject({ from: 2, to: 1 });
});

test('the server cannot be hidden', () => {
	const { entries } = scenarios.busy();
	const ladder = atOnce(entries, { lanes: { ...ALL_LANES, hidden: ['server'] } });
	expect(ladder.lanes.map(({ title }) => title)).toEqual(['Alice', 'Edge']);
});

test('phones share a lane by phone or by address-of-record, servers have one for each address', () => {
	const { entries } = scenarios['answered elsewhere']();
	const titles = (phones: 'instance' | 'phone' | 'address', servers: 'one' | 'address' = 'one') =>
		atOnce(entries, { lanes: { ...ALL_LANES, phones, servers } }).lanes.map(
			({ title, subtitle }) => `${title} ${subtitle}`
		);
	expect(titles('instance')).toEqual(['Bob 102', 'Edge sip.example.com', 'Desk 102']);
	expect(titles('address')).toEqual(['102 Bob, Desk', 'Edge sip.example.com']);
	expect(titles('phone', 'address')).toEqual(['Bob 102', 'Edge sip.example.com:8083', 'Desk 102']);
	const tabs = scenarios['superseded by another tab']();
	expect(atOnce(tabs.entries).lanes).toHaveLength(3);
});
