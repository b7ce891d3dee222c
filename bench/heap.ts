import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { kept } from './throughput.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** How many bytes of the heap, and of buffers beside it, what `make` returns keeps in use. */
export function heldBytes(make: () => unknown): number {
	kept.result = undefined;
	const before = usedBytes();
	kept.result = make();
	const after = usedBytes();
	kept.result = undefined;
	return after - before;
}

function usedBytes(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
