import { expect, test } from 'vitest';
import type { Row } from '../../ladder/row.ts';
import { rowAbove } from './row-index.ts';

test('the row above is the one before it that is no gap', () => {
	const rows = [{ type: 'rung', seq: 0 }, { type: 'gap' }, { type: 'rung', seq: 1 }] as Row[];
	expect(rowAbove(rows, 2)).toBe(rows[0]);
	expect(rowAbove(rows, 0)).toBeUndefined();
});
