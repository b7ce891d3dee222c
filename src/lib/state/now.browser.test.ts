import { expect, test, vi } from 'vitest';
import { now as clock } from '../capture/clock.ts';
import { now } from './now.svelte.ts';

test('what was recorded is never after the present, though the system’s clock is set back', () => {
	vi.spyOn(Date, 'now').mockReturnValue(0);
	const recorded = clock();
	expect(now.instant).toBeGreaterThanOrEqual(recorded);
	vi.restoreAllMocks();
});
