import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** A number in [0, 1) that nobody can guess; drawn many at a time, since each draw costs a system's call. */
export function strongRandom(): number {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const number = pool.readUInt32BE(used);
	used += 4;
	return number / 2 ** 32;
}
