import type { Scenario } from '../scenario.ts';

/** What goes wrong in a call that stands. */
export const callControlScenarios = {
	'no-result': {
		title: 'Recording, park and flip have no result',
		description: 'The INFO is answered with 200, and no INFO follows: the promise stays pending.',
		rules: [{ when: { from: 'edge', method: 'INFO' }, do: [{ drop: true }] }]
	},
	'hold-refused': {
		title: 'A re-INVITE is refused with 491',
		description: 'hold() does not look at the status: the app believes that the call is held.',
		rules: [
			{
				when: { from: 'phone', method: 'INVITE', dialog: true },
				do: [{ answer: { status: 491 } }]
			}
		]
	},
	'transfer-without-bye': {
		title: 'No BYE follows a REFER',
		description: 'transfer() rejects after ten seconds, although the transfer is done.',
		rules: [{ when: { from: 'edge', method: 'BYE' }, do: [{ drop: true }] }]
	},
	'bye-unanswered': {
		title: 'BYE is not answered',
		description: 'hangup() stays pending, and the session stays in the list.',
		rules: [{ when: { from: 'edge', method: 'BYE', status: 200 }, do: [{ drop: true }] }]
	}
} satisfies Record<string, Scenario>;
