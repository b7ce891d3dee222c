import { diffArrays } from 'diff';
import type { Piece } from './comparison.ts';

/** Words, white space, and each other character by itself. */
const WORD = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

/** Of longer ones (in words), what is between their common beginning and end has changed as a whole. */
const MOST_WORDS = 2_000;
const MOST_EDITS = 400;

interface Step {
	left: string;
	right: string;
	changed: boolean;
}

/** Two lines word by word. The work is bounded: linear in their lengths. */
export function compareWords(left: string, right: string): { left: Piece[]; right: Piece[] } {
	const steps = left === right ? [same(left)] : stepsBetween(wordsOf(left), wordsOf(right));
	return { left: piecesOf(steps, 'left'), right: piecesOf(steps, 'right') };
}

function wordsOf(text: string): string[] {
	return text.match(WORD) ?? [];
}

function stepsBetween(left: string[], right: string[]): Step[] {
	const start = commonStart(left, right);
	const end = commonStart(left.slice(start).reverse(), right.slice(start).reverse());
	const middle = (words: string[]) => words.slice(start, words.length - end);
	const beginning = left.slice(0, start).join('');
	const ending = left.slice(left.length - end).join('');
	return [same(beginning), ...withoutCrumbs(edits(middle(left), middle(right))), same(ending)];
}

function edits(left: string[], right: string[]): Step[] {
	const whole = { left: left.join(''), right: right.join(''), changed: true };
	if (left.length + right.length > MOST_WORDS) return [whole];
	const changes = diffArrays(left, right, { maxEditLength: MOST_EDITS });
	if (changes === undefined) return [whole];
	return changes.map(({ value, added, removed }) => {
		const text = value.join('');
		return { left: added ? '' : text, right: removed ? '' : text, changed: added || removed };
	});
}

/** Between two changes, a lone dot or blank that happens to be the same says nothing: it is one change. */
function withoutCrumbs(steps: Step[]): Step[] {
	const joined: Step[] = [];
	steps.forEach((step, index) => {
		const isCrumb = !step.changed && index > 0 && index < steps.length - 1 && isMinor(step.left);
		const last = joined.at(-1);
		const changed = step.changed || isCrumb;
		if (changed && last?.changed) {
			last.left += step.left;
			last.right += step.right;
		} else joined.push({ ...step, changed });
	});
	return joined;
}

function isMinor(text: string): boolean {
	return text.length <= 2 && !/[\p{L}\p{N}]/u.test(text);
}

function commonStart(left: readonly string[], right: readonly string[]): number {
	let at = 0;
	while (at < left.length && at < right.length && left[at] === right[at]) at++;
	return at;
}

function same(text: string): Step {
	return { left: text, right: text, changed: false };
}

function piecesOf(steps: readonly Step[], side: 'left' | 'right'): Piece[] {
	return steps
		.map((step) => ({ text: step[side], changed: step.changed }))
		.filter(({ text }) => text !== '');
}
