import type { RunningCall } from '../../phone/running-phone.ts';

/** As shown: what waits for a decision first, then the newest; calls that came to nothing last. */
export function inOrderOfConcern(calls: readonly RunningCall[]): RunningCall[] {
	return calls.toReversed().sort((a, b) => rank(a) - rank(b));
}

function rank(call: RunningCall): number {
	if (call.failure !== undefined) return 2;
	const rings = call.direction === 'inbound' && call.state === 'ringing';
	return rings || call.transferReady ? 0 : 1;
}
