import type { Example } from './example.ts';

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
	}
} satisfies Record<string, Example>;
