import { expect, test } from 'vitest';
import { annotationWords, firstLine } from './annotation-words.ts';
import { nextAnnotated } from './next-annotated.ts';

const marked = (seq: number) => ({ seq, bookmarked: true, note: '' });

test('walks round', () => {
	const list = [2, 5, 9].map(marked);
	const steps = (direction: 'next' | 'previous', from?: number) => {
		const seen = [];
		for (let at = from, step = 0; step < 4; step++)
			seen.push((at = nextAnnotated(list, at, direction)));
		return seen;
	};
	expect(steps('next')).toEqual([2, 5, 9, 2]);
	expect(steps('previous')).toEqual([9, 5, 2, 9]);
	expect(steps('next', 5)).toEqual([9, 2, 5, 9]);
	expect(steps('previous', 6)).toEqual([5, 2, 9, 5]);
	expect(nextAnnotated([], 3, 'next')).toBeUndefined();
});

test('in words', () => {
	expect(annotationWords({ seq: 0, bookmarked: true, note: '\n why 60? \r\nno idea' })).toBe(
		'bookmarked, note: why 60?'
	);
	expect(annotationWords(marked(0))).toBe('bookmarked');
	expect(firstLine(' \n ')).toBe('');
});
