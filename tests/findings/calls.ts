import type { ScriptedTrace } from '../scripted-trace.ts';
import type { Example } from './example.ts';
import { fromEdge } from './steps.ts';

const ALICE = { name: 'Alice', number: '+16505550101' };
const OUTSIDER = { name: 'EXAMPLE CALLER', number: '+16505550142' };

function ringing(trace: ScriptedTrace) {
	return trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' }).confirm();
}

export const callExamples = {
	'edge-answered': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const bob = trace.phone('Bob', '102').online();
			alice.call('102', { callId: 'A', session: 'abc' }).dial().answered();
			const call = bob.ring(ALICE, { callId: 'B', session: 'abc' }).confirm();
			trace.wait(3_800);
			call.answer();
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
	},

	'call-cut-off': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			alice.call('102', { callId: 'A' }).dial().answered();
			trace.wait(12_000);
			alice.disconnect();
			trace.wait(4_000);
			alice.connect().register();
			trace.wait(10_000);
		},
		says: 'Alice lost its connection (code 1006) when the call 101 → 102 was up for 12 s; it had another 4 s later, but never sent a re-INVITE on it.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			const call = alice.call('102', { callId: 'A' }).dial().answered();
			trace.wait(12_000);
			alice.disconnect();
			trace.wait(4_000);
			alice.connect().register();
			call.reinvite('sendrecv');
			trace.wait(10_000);
		}
	},

	'callee-refused': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().call('78654', { callId: 'A' }).dial().refused(486);
		},
		says: 'The call 101 → 78654 of Alice was not taken: 486 Busy Here, the line is busy.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial().refused(503);
		}
	},

	'call-failed': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial().refused(503);
		},
		says: 'The call 101 → 102 of Alice failed: 503 Service Unavailable.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial().cancel();
		}
	},

	'answered-elsewhere': {
		fires: (trace) => {
			const ids = { session: 'abc' };
			const bob = trace.phone('Bob', '102').online();
			const desk = trace.phone('Desk', '102', { instance: 'desk-instance' }).online();
			const onBob = bob.ring(OUTSIDER, { callId: 'B1', ...ids }).confirm();
			const onDesk = desk.ring(OUTSIDER, { callId: 'B2', ...ids }).confirm();
			trace.wait(1_500);
			onDesk.answer();
			onBob.agent(7, bob.clientId).cancelled();
		},
		says: 'Bob stopped ringing for +16505550142 → 102 after 1.6 s, because Desk answered.',
		spares: (trace) => {
			ringing(trace).cancelled();
		}
	},

	'decision-never-settles': {
		fires: (trace) => {
			ringing(trace).decideTooLate(12);
		},
		says: 'Bob has ended the call, but decline() never settles: the CANCEL came before the answer to its MESSAGE.',
		spares: (trace) => {
			ringing(trace).command(12).cancelled();
		}
	},

	'action-without-effect': {
		fires: (trace) => {
			const bob = trace.phone('Bob', '102').online();
			bob.ring(OUTSIDER, { callId: 'B', session: '' });
			bob.tell({ event: 'action', action: 'decline', callId: 'B' });
		},
		says: 'Bob was asked for “decline”, but the INVITE has no P-rc: the SDK sent nothing, and the call rings on.',
		spares: (trace) => {
			const bob = trace.phone('Bob', '102').online();
			const call = bob.ring(OUTSIDER, { callId: 'B', session: '' });
			bob.tell({ event: 'action', action: 'answer', callId: 'B' });
			call.answer();
		}
	},

	'unknown-dialog': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const to = `<${alice.address}>;tag=of-another-page`;
			const bye = fromEdge(alice, 'BYE', []).replace(/To: .*/, `To: ${to}`);
			alice.reply(alice.receive(bye), 200);
		},
		says: 'Alice received BYE for a call that it does not know.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').connect();
			const to = `<${alice.address}>;tag=of-before-the-trace`;
			const bye = fromEdge(alice, 'BYE', []).replace(/To: .*/, `To: ${to}`);
			alice.reply(alice.receive(bye), 200);
		}
	}
} satisfies Record<string, Example>;
