import type { Scenario } from '../scenario.ts';

const AUTHORIZED = { from: 'phone', method: 'REGISTER', credentials: true } as const;

/** What goes wrong before anybody calls. */
export const registrationScenarios = {
	'register-unanswered': {
		title: 'REGISTER is not answered',
		description:
			'The SDK closes its socket after 5 seconds and its start() stays pending for ever; no event says so.',
		rules: [{ when: { from: 'phone', method: 'REGISTER' }, do: [{ drop: true }] }]
	},
	'register-half-answered': {
		title: 'The REGISTER with credentials is not answered',
		description: 'Nothing ends the waiting: the SDK has a timer for its first REGISTER only.',
		rules: [{ when: AUTHORIZED, do: [{ drop: true }] }]
	},
	'too-many-contacts': {
		title: '603 Too Many Contacts',
		description: 'All five places of the extension are taken, by instances that are long gone.',
		settings: { slotsPerExtension: 0 }
	},
	'refresh-refused': {
		title: 'Every refresh is answered 503',
		description:
			'The SDK neither tells the app nor tries again: the binding lapses and no call comes in any more.',
		settings: { expiresSeconds: 10 },
		rules: [
			{
				when: { ...AUTHORIZED, nth: { from: 2 }, per: 'connection' },
				do: [{ answer: { status: 503 } }]
			}
		]
	},
	intercepted: {
		title: 'Another phone has taken the instance',
		description: 'A refresh is answered as it is where the same instance registered elsewhere.',
		settings: { expiresSeconds: 10 },
		rules: [
			{
				when: { ...AUTHORIZED, nth: { from: 2 }, per: 'connection' },
				do: [
					{
						answer: {
							status: 403,
							reason: 'Forbidden, instance id is intercepted by another registration'
						}
					}
				]
			}
		]
	},
	'stale-nonce': {
		title: 'The nonce is stale when it comes back',
		description: 'The SDK answers one challenge, not two: it fails to register once.',
		rules: [
			{
				when: { ...AUTHORIZED, nth: 1 },
				do: [
					{
						answer: {
							status: 401,
							headers: {
								'Www-Authenticate':
									'Digest realm="sip.ringcentral.com", nonce="another", stale=true'
							}
						}
					}
				]
			}
		]
	},
	'short-expiry': {
		title: 'Bindings are granted for 10 seconds',
		description: 'A refresh every 7 seconds, with six frames each.',
		settings: { expiresSeconds: 10 }
	},
	'registration-storm': {
		title: 'Bindings are granted for 3 seconds',
		description: 'The SDK refreshes 3 seconds early, and so without a pause.',
		settings: { expiresSeconds: 3 }
	},
	'no-expiry': {
		title: 'The answer to REGISTER names no expiry',
		description: 'The SDK fails to register although the edge has bound it.',
		rules: [
			{
				when: { from: 'edge', method: 'REGISTER', status: 200 },
				do: [{ change: { set: { Contact: '<sip:phone@phone.invalid;transport=wss>' } } }]
			}
		]
	},
	'fast-clock': {
		title: 'The registrar’s clock runs fast',
		description: 'A binding lapses after a quarter of what was granted, long before its refresh.',
		settings: { clockRate: 4 }
	}
} satisfies Record<string, Scenario>;
