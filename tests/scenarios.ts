import { ScriptedTrace } from './scripted-trace.ts';

type Scene = (trace: ScriptedTrace) => void;

function scenario(play: Scene): () => ScriptedTrace {
	return () => {
		const trace = new ScriptedTrace();
		play(trace);
		return trace;
	};
}

const ALICE = { name: 'Alice', number: '+16505550101' };
const OUTSIDER = { name: 'EXAMPLE CALLER', number: '+16505550142' };

/** What happens to browser phones, each as a trace of its own. */
export const scenarios = {
	'register and refresh': scenario((trace) => {
		const alice = trace.phone('Alice', '101').start();
		trace.wait(57_000);
		alice.register();
		trace.wait(10_000);
		alice.tell({ event: 'dispose' });
		alice.register({ expires: 0 });
		alice.disconnect(1000);
	}),

	'sixth instance refused': scenario((trace) => {
		trace.phone('Alice', '101').online().register({ status: 603, reason: 'Too Many Contacts' });
	}),

	'five instances and a sixth': scenario((trace) => {
		for (const [index, name] of ['One', 'Two', 'Three', 'Four', 'Five'].entries()) {
			trace.phone(name, '101', { instance: `instance-${index + 1}` }).start();
			trace.wait(4_000);
		}
		const sixth = trace.phone('Six', '101', { instance: 'instance-6' }).online();
		sixth.register({ status: 603, reason: 'Too Many Contacts' });
		trace.wait(2_000);
	}),

	'wrong password': scenario((trace) => {
		trace.phone('Alice', '101').online().register({ status: 401 });
	}),

	'superseded by another tab': scenario((trace) => {
		const first = trace.phone('Alice', '101', { id: 'tab-1' }).start();
		trace.wait(20_000);
		trace.phone('Alice', '101', { id: 'tab-2' }).start();
		trace.wait(37_000);
		first.register({
			status: 403,
			reason: 'Forbidden, instance id is intercepted by another registration'
		});
	}),

	'socket lost and back': scenario((trace) => {
		const alice = trace.phone('Alice', '101').start();
		trace.wait(12_000);
		alice.disconnect();
		trace.wait(4_000);
		alice.connect().register();
	}),

	'call between two phones': scenario((trace) => {
		const alice = trace.phone('Alice', '101').online();
		const bob = trace.phone('Bob', '102').online();
		alice.tell({ event: 'action', action: 'call', argument: '102' });
		const calling = alice.call('102', { callId: 'A', session: 'abc' });
		alice.media('A', 'ice-gathering', 'complete');
		calling.dial().answered();
		trace.wait(331);
		const ringing = bob.ring(ALICE, { callId: 'B', session: 'abc' }).confirm();
		trace.wait(3_800);
		ringing.answer();
		bob.tell({ event: 'answered', callId: 'B' });
		trace.wait(4_800);
		alice.tell({ event: 'action', action: 'hold', callId: 'A' });
		calling.reinvite('sendonly');
		trace.wait(1_500);
		calling.reinvite('sendrecv');
		trace.wait(6_700);
		calling.hangUp();
		ringing.hungUp().freed();
	}),

	'call through a proxy': scenario((trace) => {
		const ids = { callId: 'same-on-both-legs', session: '' };
		const alice = trace.phone('Alice', '101').online();
		const bob = trace.phone('Bob', '102').online();
		const calling = alice.call('102', ids).dial();
		const ringing = bob.ring(ALICE, ids).answer();
		calling.answered();
		trace.wait(2_500);
		ringing.hangUp();
		calling.hungUp();
	}),

	busy: scenario((trace) => {
		trace.phone('Alice', '101').online().call('78654', { callId: 'A' }).dial().refused(486);
	}),

	cancelled: scenario((trace) => {
		const call = trace.phone('Alice', '101').online().call('103', { callId: 'A' }).dial();
		trace.wait(6_000);
		call.cancel();
	}),

	missed: scenario((trace) => {
		const call = trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' }).confirm();
		trace.wait(20_000);
		call.cancelled();
	}),

	declined: scenario((trace) => {
		const call = trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' }).confirm();
		trace.wait(1_000);
		call.command(12).cancelled().agent(9);
	}),

	'to voicemail': scenario((trace) => {
		const call = trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' }).confirm();
		trace.wait(1_000);
		call.command(11).agent(9).cancelled();
	}),

	'answered elsewhere': scenario((trace) => {
		const ids = { session: 'abc' };
		const bob = trace.phone('Bob', '102').online();
		const desk = trace.phone('Desk', '102', { instance: 'desk-instance' }).online();
		const onBob = bob.ring(OUTSIDER, { callId: 'B1', ...ids }).confirm();
		const onDesk = desk.ring(OUTSIDER, { callId: 'B2', ...ids }).confirm();
		trace.wait(1_500);
		onDesk.answer();
		onBob.agent(7, '802398999001').agent(7, bob.clientId).cancelled();
		trace.wait(3_000);
		onDesk.hungUp();
	}),

	parked: scenario((trace) => {
		const call = trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' });
		call.confirm().answer().info('startcallrecord');
		call.info('callpark', 0, 'Succeeded', { 'park extension': '813' }).hangUp();
	}),

	transferred: scenario((trace) => {
		const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
		call.answered().transfer('103');
	}),

	'transfer refused': scenario((trace) => {
		const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
		call.answered().transfer('103', 486).hangUp();
	}),

	'warm transfer': scenario((trace) => {
		const alice = trace.phone('Alice', '101').online();
		const call = alice.ring(OUTSIDER, { callId: 'A', session: 'abc' }).confirm().answer();
		call.reinvite('sendonly');
		const consultation = alice.call('103', { callId: 'C', session: 'def' }).dial().answered();
		call.transfer(consultation);
	}),

	flipped: scenario((trace) => {
		const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
		const number = '+16505550177';
		call.answered().info('callflip', 0, 'Succeeded', { number, target: '1' });
		call.hangUp();
	}),

	forwarded: scenario((trace) => {
		const call = trace.phone('Bob', '102').online().ring(OUTSIDER, { callId: 'B' }).confirm();
		call.command(10, { FwdDly: '0', Phn: '+16505550177', PhnTp: '3' }).cancelled();
	}),

	'held by both': scenario((trace) => {
		const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial();
		call.answered().reinvited('sendonly').reinvite('inactive').reinvited('recvonly');
		call.reinvite('sendrecv', 488);
	}),

	'an import without names': scenario((trace) => {
		const alice = trace.phone('Alice', '101', { anonymous: true }).online().register();
		const bob = trace.phone('Bob', '102', { anonymous: true }).online().register();
		const calling = alice.call('102', { callId: 'A', session: 'abc' }).dial().answered();
		const ringing = bob.ring(ALICE, { callId: 'B', session: 'abc' }).confirm().answer();
		bob.disconnect().connect().register();
		ringing.hangUp();
		calling.hungUp();
	}),

	'noise on the wire': scenario((trace) => {
		const alice = trace.phone('Alice', '101').online();
		alice.receive('\r\n\r\n');
		alice.receive('GET / HTTP/1.1\r\n\r\n');
		const options = alice.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', 'ping']]);
		alice.send(options);
		alice.answer(options, 200);
		alice.answer(options, 200);
		trace.record({ kind: 'loss', reason: 'storage', count: 3, detail: 'quota exceeded' });
	})
} satisfies Record<string, () => ScriptedTrace>;
