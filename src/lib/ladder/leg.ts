import type { Call } from '../analysis/calls/call.ts';

/** One call among several that are drawn together. */
export interface Leg {
	/** `A`, `B`, … */
	readonly name: string;
	/** `101 → 102`. */
	readonly title: string;
	readonly callId: string;
	readonly call: Call;
}

/** What tells the calls of a conversation apart. */
export function legsOf(calls: readonly Call[]): Leg[] {
	return calls.map((call, index) => ({
		name: nameOf(index),
		title: `${call.from.number || 'unknown'} → ${call.to.number || 'unknown'}`,
		callId: call.callId,
		call
	}));
}

/** `A` to `Z`, then `A2` and so on. */
function nameOf(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
