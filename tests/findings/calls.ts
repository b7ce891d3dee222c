import type { Example } from './example.ts';

const ALICE = { name: 'Alice', number: '+16505550101' };

export const callExamples = {
	'edge-answered': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const bob = trace.phone('Bob', '102').online();
			alice.call('102', { callId: 'A', session: 'abc' }).dial().answered();
			const ringing = bob.ring(ALICE, { callId: 'B', session: 'abc' }).confirm();
			trace.wait(3_800);
			ringing.answer();
		},
		says: 'The edge answered Alice after 24 ms; Bob picked up 3.8 s later.',
		spares: (trace) => {
			const ids = { callId: 'same-on-both-legs', session: '' };
			const alice = trace.phone('Alice', '101').online();
			const bob = trace.phone('Bob', '102').online();
			const calling = alice.call('102', ids).dial();
			bob.ring(ALICE, ids).answer();
			calling.answered();
		}
	}
} satisfies Record<string, Example>;
