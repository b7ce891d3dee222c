import type { SignInFailure } from '../../phone/provisioning/sign-in-failure.ts';

/** What happened, and what can be done about it. */
export interface FailureWords {
	title: string;
	advice?: string;
}

type Describe = (failure: SignInFailure, server: string, page: string) => FailureWords;

const nameOf = (server: string) => server.replace(/^https?:\/\//, '');

const WORDS: Readonly<Record<SignInFailure['code'], Describe>> = {
	cancelled: () => ({ title: 'Cancelled.' }),
	unreachable: (_failure, server) => ({
		title: `${nameOf(server)} could not be reached.`,
		advice: isOnThisMachine(server)
			? `Is the simulator running there${secure(server)}`
			: 'Browsers do not tell a page why: there may be no network, or something in between.'
	}),
	'forbidden page': (_failure, server, page) => ({
		title: `${nameOf(server)} answers, but not to pages of ${page}.`,
		advice:
			'The server decides by CORS which pages may ask. A simulator lets more in with --allow-origin.'
	}),
	'no answer': (_failure, server) => ({ title: `${nameOf(server)} took too long to answer.` }),
	'foreign answer': ({ status, step }, server) => ({
		title: `${nameOf(server)} answered ${status}, but not with a ${step === 'token' ? 'token' : 'sipInfo for WebSocket'}.`,
		advice: 'Is this the address of a REST server?'
	}),
	'wrong client': () => ({
		title: 'The client id or the client secret is wrong.',
		advice: 'An app has its own pair for production and for the sandbox.'
	}),
	'wrong JWT': () => ({
		title: 'The JWT was refused.',
		advice: 'It may have expired or been revoked, or be for another app or for the other server.'
	}),
	'wrong flow': () => ({
		title: 'This app may not sign in by JWT.',
		advice: 'Turn on the JWT auth flow in the settings of the app.'
	}),
	'missing permission': ({ permission }) => ({
		title: `The app lacks the permission ${permission}.`,
		advice: 'Add it in the settings of the app. For phones it is VoIP Calling.'
	}),
	'no device': () => ({
		title: 'RingCentral gives this extension no device.',
		advice: 'It needs a digital line, and may have as many devices already as it can.'
	}),
	refused: ({ status }) => ({ title: `The server refused it with ${status}.` }),
	busy: () => ({
		title: 'Too many requests.',
		advice: 'Wait a minute, then try again.'
	}),
	broken: ({ status }, server) => ({
		title: `${nameOf(server)} has trouble of its own (${status}).`,
		advice: 'Try again later.'
	})
};

/** @param page the origin of this page */
export function signInWords(failure: SignInFailure, server: string, page: string): FailureWords {
	return WORDS[failure.code](failure, server, page);
}

/** A certificate of its own making is what keeps a browser away most often. */
function secure(server: string): string {
	if (!server.startsWith('https:')) return '?';
	return `, and has this browser accepted its certificate? Open ${server}/healthz once to do so.`;
}

function isOnThisMachine(server: string): boolean {
	return /^https?:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(server);
}
