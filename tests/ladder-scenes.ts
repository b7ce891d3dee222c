import { CONTACT } from './scripted-phone.ts';
import { ScriptedTrace } from './scripted-trace.ts';

/** What a ladder has to fold, or to draw although it never came, each as a trace of its own. */
export const ladderScenes = {
	'an hour of two phones': () => {
		const trace = new ScriptedTrace();
		const phones = [trace.phone('Alice', '101').start(), trace.phone('Bob', '102').start()];
		for (let minute = 0; minute < 60; minute++) {
			trace.wait(57_000);
			for (const phone of phones) phone.register();
			if (minute === 20) phones[0]?.call('78654', { callId: 'A' }).dial().refused(486);
		}
		return trace;
	},

	'a refresh that fails': () => {
		const trace = new ScriptedTrace();
		const [alice, bob] = [trace.phone('Alice', '101').start(), trace.phone('Bob', '102').start()];
		for (let minute = 0; minute < 3; minute++) {
			trace.wait(57_000);
			alice.register(minute < 2 ? {} : { status: 403, reason: 'Forbidden' });
			bob.register();
		}
		return trace;
	},

	'answers that never come': () => {
		const trace = new ScriptedTrace();
		const alice = trace.phone('Alice', '101').start();
		const call = alice.call('102', { callId: 'A' }).dial().answered();
		trace.wait(3_000);
		alice.request('INFO', 'sip:sip.example.com', [['Call-Id', 'A']]);
		trace.wait(40_000);
		call.reinvite('sendonly');
		alice.request('BYE', 'sip:sip.example.com', [['Call-Id', 'A']]);
		alice.disconnect();
		return trace;
	},

	'a refresh without an answer': () => {
		const trace = new ScriptedTrace();
		const alice = trace.phone('Alice', '101').start();
		trace.wait(57_000);
		alice.register();
		trace.wait(57_000);
		const instance = `+sip.instance="<urn:uuid:${alice.instance}>"`;
		alice.request('REGISTER', 'sip:sip.example.com', [
			['From', `<${alice.address}>;tag=last`],
			['To', `<${alice.address}>`],
			['Call-Id', 'in-vain'],
			['Contact', `${CONTACT};${instance};expires=60`]
		]);
		trace.wait(50_000);
		alice.disconnect();
		return trace;
	},

	'keep-alives': () => {
		const trace = new ScriptedTrace();
		const alice = trace.phone('Alice', '101').start();
		for (let times = 0; times < 4; times++) {
			trace.wait(20_000);
			alice.send('\r\n\r\n');
			alice.receive('\r\n');
			const ping = alice.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', `ping-${times}`]]);
			alice.answer(ping, 200);
		}
		return trace;
	},

	'sent again and again': () => {
		const trace = new ScriptedTrace();
		const alice = trace.phone('Alice', '101').online();
		const info = alice.request('MESSAGE', 'sip:102@sip.example.com', [['Call-Id', 'text']]);
		for (const pause of [500, 1_000, 2_000]) {
			trace.wait(pause);
			alice.send(info);
		}
		alice.answer(info, 202);
		return trace;
	}
} satisfies Record<string, () => ScriptedTrace>;
