import { DOMAIN } from '../scripted-phone.ts';
import type { Example } from './example.ts';
import { fromEdge, inviteFields, registerFields } from './steps.ts';

export const messageExamples = {
	'transfer-failed': {
		fires: (trace) => {
			const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
			call.answered().refer('103', 202).notify('SIP/2.0 486 Busy Here');
		},
		says: 'Alice could not transfer the call to 103: 486 Busy Here.',
		spares: (trace) => {
			const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
			call.answered().refer('103', 202).notify('SIP/2.0 183 Session Progress');
		}
	},

	'command-refused': {
		fires: (trace) => {
			const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
			call.answered().info('callpark', -4, 'State is not accepted for processing');
		},
		says: 'Alice asked for callpark, and the edge did not carry it out: -4 State is not accepted for processing.',
		spares: (trace) => {
			const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
			call.answered().info('callpark', 0);
		}
	},

	undelivered: {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').start().disconnect();
			alice.sendInVain('BYE', `sip:${DOMAIN}`, inviteFields(alice));
		},
		says: 'Alice sent BYE on a socket that was not open: it never left the browser.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			alice.answer(alice.request('BYE', `sip:${DOMAIN}`, inviteFields(alice)), 481);
			alice.disconnect();
		}
	},

	'cseq-collision': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			const cseq = Number(/CSeq: (\d+)/.exec(register)?.[1]);
			alice.receive(fromEdge(alice, 'OPTIONS', [], cseq));
			alice.answer(register, 401);
		},
		says: 'Alice received OPTIONS with the CSeq number 4004 of its own REGISTER, which had no answer yet: the SDK takes it for the answer.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			const cseq = Number(/CSeq: (\d+)/.exec(register)?.[1]);
			alice.answer(register, 401);
			alice.receive(fromEdge(alice, 'OPTIONS', [], cseq));
		}
	},

	'frame-without-cseq': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			alice.receive('\r\n\r\n');
			alice.answer(register, 401);
		},
		says: 'Alice received a keep-alive of empty lines while it waited for the answer to its REGISTER: the SDK throws a TypeError that nobody catches.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			alice.answer(register, 401);
			alice.receive('\r\n\r\n');
		}
	},

	'binary-frame': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const { id: phone, instance, connection } = alice;
			const bytes = Uint8Array.of(0, 255, 13, 10);
			const from = { phone, instance, connection, direction: 'received' } as const;
			trace.record({ kind: 'message', bytes, ...from });
		},
		says: 'Alice received a binary frame of 4 bytes: the SDK throws at it, and whatever it said is lost.',
		spares: (trace) => {
			const bytes = Uint8Array.of(0, 255, 13, 10);
			trace.record({ kind: 'message', bytes, direction: 'received' });
		}
	},

	'malformed-message': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().receive('GET / HTTP/1.1\r\n\r\n');
		},
		says: 'Alice received a frame that is not SIP: “GET / HTTP/1.1”.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().receive('\r\n\r\n');
		}
	},

	'foreign-command': {
		fires: (trace) => {
			const bob = trace.phone('Bob', '102').start();
			const caller = { name: 'EXAMPLE CALLER', number: '+16505550142' };
			const call = bob.ring(caller, { callId: 'B' }).confirm();
			call.agent(7, '802398999001').agent(7, '802398999002').agent(7, bob.clientId);
		},
		says: 'Bob received 2 commands for 802398999001 and 802398999002: Cmd 7 AlreadyProcessed. The SDK hides them from the app and does not answer.',
		spares: (trace) => {
			const bob = trace.phone('Bob', '102').start();
			const caller = { name: 'EXAMPLE CALLER', number: '+16505550142' };
			bob.ring(caller, { callId: 'B' }).confirm().agent(7, bob.clientId).agent(2);
		}
	},

	'check-sync': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			alice.reply(alice.receive(fromEdge(alice, 'NOTIFY', [['Event', 'check-sync']])), 200);
		},
		says: 'Alice was asked by a NOTIFY (check-sync) to load its configuration again; the SDK answers 200 and does nothing.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			alice.reply(alice.receive(fromEdge(alice, 'NOTIFY', [['Event', 'message-summary']])), 200);
		}
	}
} satisfies Record<string, Example>;
