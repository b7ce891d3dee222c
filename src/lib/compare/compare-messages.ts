import { scanHead } from '../sip/head.ts';
import { pairInOrder } from './align.ts';
import { bodySections, textLines } from './body-sections.ts';
import type {
	ComparedLine,
	Comparison,
	ComparisonRow,
	ComparisonSection,
	RowKind
} from './comparison.ts';
import { headLines } from './lines/head-lines.ts';
import type { Line } from './lines/line.ts';
import { type Pair, pairByKey } from './pair.ts';
import { compareWords } from './words.ts';

type PairLines = (left: readonly Line[], right: readonly Line[]) => Pair[];

interface SectionPair {
	title: string;
	left: readonly Line[];
	right: readonly Line[];
	pair: PairLines;
}

/**
 * Compares what two frames carried: fields with those of their name, sections of a description with
 * those in their place, members of JSON and XML with those of their path, lines in their order, and all
 * of these word by word. Never throws; what is no SIP is compared as text.
 */
export function compareMessages(left: string, right: string): Comparison {
	const places = { left: 0, right: 0 };
	const sections = sectionPairs(left, right)
		.filter((section) => section.left.length + section.right.length > 0)
		.map((section) => compareSection(section, places));
	return { sections, counts: countsOf(sections) };
}

function sectionPairs(left: string, right: string): SectionPair[] {
	const [one, other] = [scanHead(left), scanHead(right)];
	if (one.kind === 'unreadable' || other.kind === 'unreadable')
		return [inOrder('Text', textLines(left), textLines(right))];
	const head = {
		title: 'Head',
		left: headLines(left.slice(0, one.bodyOffset)),
		right: headLines(right.slice(0, other.bodyOffset)),
		pair: pairByKey
	};
	return [head, ...bodyPairs(left.slice(one.bodyOffset), right.slice(other.bodyOffset))];
}

function bodyPairs(left: string, right: string): SectionPair[] {
	const [one, other] = [bodySections(left), bodySections(right)];
	const alone = left === '' || right === '';
	if (one.kind === 'text' || other.kind === 'text' ? !alone : one.kind !== other.kind)
		return [inOrder('Body', textLines(left), textLines(right))];
	const [lefts, rights] = [left, right].map((text, side) =>
		text === '' ? [] : (side === 0 ? one : other).sections
	);
	const count = Math.max(lefts?.length ?? 0, rights?.length ?? 0);
	return Array.from({ length: count }, (_, place) => ({
		title: rights?.[place]?.title ?? lefts?.[place]?.title ?? '',
		left: lefts?.[place]?.lines ?? [],
		right: rights?.[place]?.lines ?? [],
		pair: pairByKey
	}));
}

function inOrder(title: string, left: readonly Line[], right: readonly Line[]): SectionPair {
	return { title, left, right, pair: pairInOrder };
}

/** @param places of the section's first lines among those of all sections; they are moved on. */
function compareSection(
	{ title, left, right, pair }: SectionPair,
	places: { left: number; right: number }
): ComparisonSection {
	const rows = pair(left, right).map((pair) =>
		compareLines(
			pair.left === undefined ? undefined : left[pair.left],
			pair.right === undefined ? undefined : right[pair.right],
			{ left: places.left + (pair.left ?? 0), right: places.right + (pair.right ?? 0) },
			pair.moved ?? false
		)
	);
	places.left += left.length;
	places.right += right.length;
	return { title, rows };
}

function compareLines(
	left: Line | undefined,
	right: Line | undefined,
	places: { left: number; right: number },
	moved: boolean
): ComparisonRow {
	if (left === undefined) return { kind: 'added', right: right && alone(right, places.right) };
	if (right === undefined) return { kind: 'removed', left: alone(left, places.left) };
	const words = compareWords(left.text, right.text);
	return {
		kind: left.text !== right.text ? 'changed' : moved ? 'moved' : 'same',
		left: { place: places.left, pieces: words.left, depth: left.depth },
		right: { place: places.right, pieces: words.right, depth: right.depth }
	};
}

function alone({ text, depth }: Line, place: number): ComparedLine {
	return { place, pieces: [{ text, changed: true }], depth };
}

function countsOf(sections: readonly ComparisonSection[]): Record<RowKind, number> {
	const counts = { same: 0, changed: 0, moved: 0, removed: 0, added: 0 };
	for (const { rows } of sections) for (const { kind } of rows) counts[kind]++;
	return counts;
}
