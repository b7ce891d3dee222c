import { expect, test } from 'vitest';
import { changeAfter, changeBefore } from './changes.ts';

const changes = [1_000_200, 1_000_900, 5_000_000].map((at) => ({ at, bad: false }));

test('from change to change, though a moment is in whole milliseconds', () => {
	expect(changeAfter(changes, 0)?.at).toBe(1_000_200);
	expect(changeAfter(changes, 1_001_000)?.at).toBe(5_000_000);
	expect(changeAfter(changes, 5_000_000)).toBeUndefined();
	expect(changeBefore(changes, 5_000_000)?.at).toBe(1_000_900);
	// Chosen for the first two, of which the URL keeps 1.001 s.
	expect(changeBefore(changes, 1_001_000)).toBeUndefined();
	expect(changeBefore([], 0)).toBeUndefined();
});
