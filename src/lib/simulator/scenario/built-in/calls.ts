import type { Scenario } from '../scenario.ts';

const FIRST_INVITE = {
	from: 'phone',
	method: 'INVITE',
	dialog: false,
	credentials: false
} as const;

/** What goes wrong while a call is set up. */
export const callScenarios = {
	'nonce-without-space': {
		title: 'A 407 without a space before its nonce',
		description: 'As the edge wrote it in 2016. The SDK looks for ", nonce=" and finds none.',
		rules: [
			{
				when: { from: 'edge', method: 'INVITE', status: 407 },
				do: [
					{
						change: {
							replace: { header: 'Proxy-Authenticate', text: ', nonce=', by: ',nonce=' }
						}
					}
				]
			}
		]
	},
	'no-ringing': {
		title: 'A final answer without a 183 before it',
		description: 'The SDK takes the 200 for progress, and waits for the answer for ever.',
		rules: [{ when: { from: 'edge', method: 'INVITE', status: 183 }, do: [{ drop: true }] }]
	},
	'call-forbidden': {
		title: 'A call is refused with 403 at once',
		description:
			'call() resolves, the session stays in the list as "init", and dispose() throws over it.',
		rules: [{ when: FIRST_INVITE, do: [{ answer: { status: 403 } }] }]
	},
	'call-unavailable': {
		title: 'A call is refused with 503 at once',
		description: 'The SDK looks for a challenge in the answer and throws a TypeError.',
		rules: [{ when: FIRST_INVITE, do: [{ answer: { status: 503 } }] }]
	},
	'cseq-collision': {
		title: 'A request of the edge has the number of one of the phone’s',
		description: 'The SDK matches by the number alone and takes the NOTIFY for its answer.',
		rules: [
			{
				when: { from: 'phone', method: 'INVITE', credentials: true },
				do: [{ send: { method: 'NOTIFY', headers: { Event: 'check-sync' }, cseq: 'same' } }]
			}
		]
	},
	'call-id-spelling': {
		title: 'Call-ID instead of Call-Id',
		description: 'decline() and toVoicemail() never resolve: the SDK looks for its own spelling.',
		rules: [
			{
				when: { from: 'edge', method: '*' },
				do: [{ change: { rename: { 'Call-Id': 'Call-ID' } } }]
			}
		]
	},
	'no-p-rc': {
		title: 'A call comes in without P-rc',
		description: 'No receipt is sent, and decline(), toVoicemail() and forward() wait for ever.',
		rules: [
			{
				when: { from: 'edge', method: 'INVITE', dialog: false },
				do: [{ change: { remove: ['P-rc'] } }]
			}
		]
	},
	'foreign-client': {
		title: 'A MESSAGE for another client',
		description: 'The SDK hides it from the app and its log, and does not answer it.',
		rules: [
			{
				when: { from: 'edge', method: 'INVITE', dialog: false },
				do: [
					{
						send: {
							method: 'MESSAGE',
							headers: { 'Content-Type': 'x-rc/agent' },
							body: '<Msg><Hdr SID="" Req="" From="#1000000@sip.ringcentral.com:5060" To="" Cmd="7"/><Bdy Cln="802398999001" IP="4294967295" Sts="0" CtrlCln=""/></Msg>'
						},
						after: 500
					}
				]
			}
		]
	},
	'unknown-dialog': {
		title: 'A request in a dialog that the phone does not know',
		description: 'The SDK answers it with 200 all the same.',
		rules: [
			{
				when: { from: 'edge', method: 'REGISTER', status: 200, nth: 1 },
				do: [{ send: { method: 'BYE' }, after: 500 }]
			}
		]
	},
	'late-answer': {
		title: 'Callers get their 200 when the callee answers',
		description: 'As some brands have it: until then the SDK says "ringing".',
		settings: { answers: 'with the callee' }
	},
	'call-comes-in': {
		title: 'Somebody calls a moment after a phone has registered',
		description: 'The caller is the music of the public network.',
		rules: [101, 102, 103].map((extension) => ({
			when: {
				from: 'edge' as const,
				method: 'REGISTER',
				status: 200,
				extension: String(extension),
				nth: 1
			},
			do: [{ call: { from: '+14155550112', to: String(extension), name: 'Music' }, after: 2000 }]
		}))
	},
	'slow-ice': {
		title: 'ICE takes five seconds',
		description: 'The edge leaves the phone’s checks unanswered for so long: a call without sound.',
		settings: { iceDelay: 5000 }
	}
} satisfies Record<string, Scenario>;
