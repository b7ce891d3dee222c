import { CONTACT } from '../scripted-phone.ts';
import type { Example } from './example.ts';
import { registerFields } from './steps.ts';

export const registrationExamples = {
	'slots-full': {
		fires: (trace) => {
			trace.phone('Alice', '101').start();
			trace.phone('Bob', '102').start();
			trace.phone('Desk', '101', { instance: 'desk' }).start();
			trace.wait(10_000);
			const sixth = trace.phone('Sixth', '101', { instance: 'sixth' }).online();
			sixth.register({ status: 603, reason: 'Too Many Contacts' });
		},
		says: 'Sixth was refused with 603 Too Many Contacts: all five slots of 101 were taken, by Alice, Desk and 3 that this trace does not show.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().register({ status: 603, reason: 'Decline' });
		}
	},

	'registration-refused': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().register({ status: 503 });
		},
		says: 'Alice could not register: 503 Service Unavailable.',
		spares: (trace) => {
			trace.phone('Alice', '101').start().register({ status: 503 });
		}
	},

	'refresh-refused': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			trace.wait(57_000);
			alice.register({ status: 503 });
		},
		says: 'Alice could not renew its registration: 503 Service Unavailable; the SDK does not try again.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			trace.wait(57_000);
			alice.connect().register({ status: 503 });
		}
	},

	'refresh-missed': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			trace.wait(100_000);
			alice.register();
		},
		says: 'Alice did not renew its registration in time: for 40 s no call could reach it.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			trace.wait(40_000);
			alice.disconnect();
			trace.wait(185_000);
			alice.connect().register();
		}
	},

	'superseded-instance': {
		fires: (trace) => {
			trace.phone('Alice', '101', { id: 'tab-1' }).start();
			trace.wait(20_000);
			trace.phone('Alice’s other tab', '101', { id: 'tab-2' }).start();
		},
		says: 'Alice lost its instance to another phone, Alice’s other tab: calls ring there, not here.',
		spares: (trace) => {
			const first = trace.phone('Alice', '101', { id: 'tab-1' }).start();
			trace.wait(20_000);
			first.disconnect(1001);
			trace.phone('Alice’s other tab', '101', { id: 'tab-2' }).start();
		}
	},

	'expiry-too-short': {
		fires: (trace) => {
			trace.phone('Alice', '101').online().register({ granted: 3 });
		},
		says: 'Alice was granted 3 s: the SDK renews 3 s before the end, which is at once, and so without end.',
		spares: (trace) => {
			trace.phone('Alice', '101').online().register({ granted: 4 });
		}
	},

	'expiry-unreadable': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', 'sip:sip.example.com', registerFields(alice));
			const fields = [
				['Contact', CONTACT],
				['Expires', '60']
			] as const;
			alice.answer(register, 200, { fields });
		},
		says: 'Alice was registered, but the 200 names no expiry in its Contact: the SDK takes it for a failure, start() throws, and no refresh follows.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', 'sip:sip.example.com', registerFields(alice, 0));
			alice.answer(register, 200);
		}
	},

	'expiry-misread': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const register = alice.request('REGISTER', 'sip:sip.example.com', registerFields(alice));
			const own = `${CONTACT};+sip.instance="<urn:uuid:${alice.instance}>";expires=20`;
			const other = '<sip:desk@192.0.2.7>;+sip.instance="<urn:uuid:desk>";expires=3600';
			alice.answer(register, 200, { fields: [['Contact', `${other}, ${own}`]] });
		},
		says: 'Alice was granted 20 s, but the SDK reads the 3600 s of another contact, and will renew too late.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const other = '<sip:desk@192.0.2.7>;+sip.instance="<urn:uuid:desk>";expires=3600';
			alice.register({ others: [other] });
		}
	}
} satisfies Record<string, Example>;
