import { DOMAIN, type ScriptedPhone } from '../scripted-phone.ts';
import type { ScriptedTrace } from '../scripted-trace.ts';
import type { Example } from './example.ts';
import { inviteFields, registerFields, registerWith } from './steps.ts';

const EXAMPLE_CALLER = { name: 'EXAMPLE CALLER', number: '+16505550142' };

function alone(trace: ScriptedTrace): ScriptedPhone {
	return trace.phone('Alice', '101').online();
}

function called(trace: ScriptedTrace) {
	return alone(trace).call('102', { callId: 'A' }).dial().answered();
}

export const transactionExamples = {
	'wrong-password': {
		fires: (trace) => {
			alone(trace).register({ status: 401 });
		},
		says: 'Alice answered the challenge to its REGISTER, and was refused again with 401 Unauthorized: the password or the user name 802398101001 is wrong.',
		spares: (trace) => {
			alone(trace).register({ status: 403, reason: 'Forbidden' });
		}
	},

	'wrong-realm': {
		fires: (trace) => {
			registerWith(alone(trace), {
				challenge: 'realm="other.example.net", nonce="n1"',
				status: 401,
				fields: [['Www-Authenticate', 'Digest realm="other.example.net", nonce="n2"']]
			});
		},
		says: 'Alice gave credentials for sip.example.com where other.example.net was asked for, and was refused with 401.',
		spares: (trace) => {
			registerWith(alone(trace), {
				challenge: 'realm="other.example.net", nonce="n1"',
				status: 200
			});
		}
	},

	'stale-nonce': {
		fires: (trace) => {
			registerWith(alone(trace), {
				status: 401,
				fields: [['Www-Authenticate', `Digest realm="${DOMAIN}", nonce="n2", stale=true`]]
			});
		},
		says: 'Alice was refused with 401 Unauthorized because its credentials were for a nonce that no longer counts; the password may well be right.',
		spares: (trace) => {
			registerWith(alone(trace), {
				status: 401,
				fields: [['Www-Authenticate', `Digest realm="${DOMAIN}", nonce="n2", stale=false`]]
			});
		}
	},

	'challenge-unreadable': {
		fires: (trace) => {
			const alice = alone(trace);
			const invite = alice.request('INVITE', `sip:102@${DOMAIN}`, inviteFields(alice));
			const challenge = `Digest realm="${DOMAIN}",nonce="n1"`;
			alice.answer(invite, 407, { fields: [['Proxy-Authenticate', challenge]] });
		},
		says: 'Alice cannot answer the 407 Proxy Authentication Required to its INVITE: its Proxy-Authenticate has no , nonce="…".',
		spares: (trace) => {
			const alice = alone(trace);
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			const challenge = `Digest realm="${DOMAIN}",nonce="n1"`;
			alice.answer(register, 401, { fields: [['Www-Authenticate', challenge]] });
		}
	},

	'register-unanswered': {
		fires: (trace) => {
			const alice = alone(trace);
			const register = alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			alice.answer(register, 100);
			trace.wait(5_000);
			alice.disconnect(1005);
		},
		says: 'Alice had no answer to its REGISTER within 5 s: the SDK closes the socket, and start() never settles.',
		spares: (trace) => {
			const alice = alone(trace);
			alice.request('REGISTER', `sip:${DOMAIN}`, registerFields(alice));
			trace.wait(4_900);
		}
	},

	'unchallenged-call': {
		fires: (trace) => {
			const alice = alone(trace);
			const invite = alice.request('INVITE', `sip:102@${DOMAIN}`, inviteFields(alice));
			alice.answer(invite, 100);
			alice.answer(invite, 403);
		},
		says: 'Alice got 403 Forbidden to an INVITE where the SDK expects a challenge: call() returns as if nothing were wrong, and the session stays in callSessions.',
		spares: (trace) => {
			alone(trace).call('102').dial().refused(403);
		}
	},

	'final-without-progress': {
		fires: (trace) => {
			const alice = alone(trace);
			const credentials = ['Proxy-Authorization', alice.credentials()] as const;
			const fields = [...inviteFields(alice), credentials];
			const invite = alice.request('INVITE', `sip:102@${DOMAIN}`, fields);
			alice.answer(invite, 100);
			alice.answer(invite, 486);
		},
		says: 'Alice got 486 Busy Here to its call before any 18x: the SDK takes it for ringing, and call() never settles.',
		spares: (trace) => {
			alone(trace).call('102').dial().refused(486);
		}
	},

	'request-unanswered': {
		fires: (trace) => {
			const alice = alone(trace);
			alice.request('OPTIONS', `sip:${DOMAIN}`, inviteFields(alice));
			trace.wait(32_000);
		},
		says: 'Alice never got an answer to its OPTIONS.',
		spares: (trace) => {
			alone(trace).call('102').dial();
			trace.wait(100_000);
		}
	},

	'ack-missing': {
		fires: (trace) => {
			const bob = trace.phone('Bob', '102').online();
			const call = bob.ring(EXAMPLE_CALLER, { callId: 'B' }).confirm();
			call.pickUp();
			trace.wait(32_000);
		},
		says: 'Bob answered the call +16505550142 → 102 with 200 OK, and no ACK came.',
		spares: (trace) => {
			const bob = trace.phone('Bob', '102').online();
			const call = bob.ring(EXAMPLE_CALLER, { callId: 'B' }).confirm();
			call.pickUp();
			trace.wait(1_000);
			call.hungUp();
			trace.wait(32_000);
		}
	},

	're-invite-refused': {
		fires: (trace) => {
			called(trace).reinvite('sendonly', 488);
		},
		says: 'Alice asked to hold the call, and was refused with 488 Not Acceptable Here; hold() has returned all the same, so the app believes that it is held.',
		spares: (trace) => {
			called(trace).reinvite('sendonly');
		}
	},

	'transfer-refused': {
		fires: (trace) => {
			called(trace).refer('103', 603);
		},
		says: 'Alice asked to transfer the call to 103, and was refused with 603 Decline.',
		spares: (trace) => {
			called(trace).refer('103', 202);
		}
	},

	'transfer-without-bye': {
		fires: (trace) => {
			called(trace).refer('103', 202);
			trace.wait(10_000);
		},
		says: 'Alice asked to transfer the call to 103, which was accepted, but no BYE followed within 10 s.',
		spares: (trace) => {
			const call = called(trace).refer('103', 202);
			trace.wait(9_900);
			call.hungUp();
			trace.wait(10_000);
		}
	},

	'command-without-result': {
		fires: (trace) => {
			const call = called(trace);
			call.info('startcallrecord').ask('stopcallrecord');
			trace.wait(10_000);
		},
		says: 'Alice asked for stopcallrecord, which was taken with 200, but its result never came.',
		spares: (trace) => {
			called(trace).info('startcallrecord').info('stopcallrecord');
			trace.wait(10_000);
		}
	},

	'retransmission-storm': {
		fires: (trace) => {
			const alice = alone(trace);
			const options = alice.request('OPTIONS', `sip:${DOMAIN}`, inviteFields(alice));
			for (let times = 0; times < 3; times++) {
				trace.wait(1_000);
				alice.send(options);
			}
			alice.answer(options, 200);
		},
		says: 'Alice sent the same OPTIONS 4 times within 3 s.',
		spares: (trace) => {
			const alice = alone(trace);
			const options = alice.request('OPTIONS', `sip:${DOMAIN}`, inviteFields(alice));
			alice.send(options);
			alice.send(options);
			alice.answer(options, 200);
		}
	}
} satisfies Record<string, Example>;
