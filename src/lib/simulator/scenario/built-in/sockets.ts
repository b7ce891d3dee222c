import type { Scenario } from '../scenario.ts';

const REGISTERED = { from: 'edge', method: 'REGISTER', status: 200, nth: 1 } as const;

/** What goes wrong under SIP: sockets, proxies, and how answers arrive. */
export const socketScenarios = {
	'half-open': {
		title: 'The socket stays open and nothing passes any more',
		description:
			'As after a change of network. An app that recovers opens a second socket with the same instance.',
		rules: [{ when: REGISTERED, do: [{ silence: true, after: 1000 }] }]
	},
	'socket-cut': {
		title: 'The socket breaks a moment after it was registered',
		description: 'The SDK has no handler for it: only the app can notice.',
		rules: [{ when: REGISTERED, do: [{ disconnect: 1006, after: 1000 }] }]
	},
	'edge-restart': {
		title: 'The edge restarts',
		description: 'It forgets bindings and calls, and closes every socket with 1012.',
		rules: [{ when: { ...REGISTERED, per: 'edge' }, do: [{ restart: true, after: 5000 }] }]
	},
	'primary-refused': {
		title: 'The proxy refuses connections, its backup does not',
		description: 'The SDK dials the backup only when the app tells it to.',
		rules: [{ when: { event: 'start' }, do: [{ refuse: { status: 503, proxy: 'primary' } }] }]
	},
	'primary-unavailable': {
		title: 'The proxy answers 503, its backup does not',
		description: 'A refused REGISTER leaves its socket open: each attempt leaks one.',
		rules: [
			{
				when: { from: 'phone', method: 'REGISTER', proxy: 'primary' },
				do: [{ answer: { status: 503, headers: { 'Retry-After': '30' } } }]
			}
		]
	},
	'slow-answers': {
		title: 'Every answer is two seconds late',
		rules: [
			{ when: { from: 'edge', method: 'REGISTER', status: '4xx' }, do: [{ delay: 2000 }] },
			{ when: { from: 'edge', method: 'REGISTER', status: '2xx' }, do: [{ delay: 2000 }] },
			{ when: { from: 'edge', method: 'INVITE', status: '4xx' }, do: [{ delay: 2000 }] },
			{ when: { from: 'edge', method: 'INVITE', status: '2xx' }, do: [{ delay: 2000 }] }
		]
	},
	'double-answers': {
		title: 'Every final answer comes twice',
		rules: [
			{ when: { from: 'edge', method: 'REGISTER', status: '2xx' }, do: [{ repeat: 1 }] },
			{ when: { from: 'edge', method: 'INVITE', status: '2xx' }, do: [{ repeat: 1 }] }
		]
	},
	'answers-reordered': {
		title: 'The 200 of a call comes before its 183',
		description: 'The SDK takes the 200 for progress and the 183 for a failure.',
		rules: [{ when: { from: 'edge', method: 'INVITE', status: 183 }, do: [{ swap: true }] }]
	}
} satisfies Record<string, Scenario>;
