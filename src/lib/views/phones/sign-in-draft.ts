import {
	isRingCentral,
	PRODUCTION,
	restServerOf,
	restServerProblem,
	SANDBOX
} from '../../phone/provisioning/rest-server.ts';
import type { SignInCredentials } from '../../phone/provisioning/sign-in.ts';

/** Where to sign in: at RingCentral, at the simulator beside this page, or at another one. */
export type ServerChoice = 'production' | 'sandbox' | 'here' | 'other';

/** What is typed to sign in with. */
export interface SignInDraft {
	choice: ServerChoice;
	/** Of another simulator. */
	address: string;
	clientId: string;
	clientSecret: string;
	jwt: string;
	/** Keeps it with the phone, so that it can sign in again. */
	keep: boolean;
}

export type SignInField = 'address' | 'clientId' | 'clientSecret' | 'jwt';

/** What a simulator is told where nothing is typed: any client id will do there. */
const OWN_CLIENT_ID = 'sipscope';

/** @param here the origin of this page, where a simulator is too */
export function signInDraft(kept: SignInCredentials | undefined, here: string): SignInDraft {
	const { server, ...typed } = kept ?? {
		server: PRODUCTION,
		clientId: '',
		clientSecret: '',
		jwt: ''
	};
	const choice = choiceOf(server, here);
	return { ...typed, choice, address: choice === 'other' ? server : '', keep: kept !== undefined };
}

/** What is wrong, by field; a simulator asks for nothing but whose phone it shall be. */
export function checkSignIn(draft: SignInDraft): Map<SignInField, string> {
	const problems = new Map<SignInField, string>();
	const need = (field: SignInField) => {
		if (draft[field].trim() === '') problems.set(field, 'This is needed.');
	};
	need('jwt');
	if (isAtRingCentral(draft)) {
		need('clientId');
		need('clientSecret');
	}
	const address = draft.choice === 'other' ? restServerProblem(draft.address) : undefined;
	if (address !== undefined) problems.set('address', address);
	return problems;
}

/** Of a checked draft. */
export function credentialsOf(draft: SignInDraft, here: string): SignInCredentials {
	return {
		server: serverOf(draft, here),
		clientId: draft.clientId.trim() || OWN_CLIENT_ID,
		clientSecret: draft.clientSecret.trim(),
		jwt: draft.jwt.trim()
	};
}

export function isAtRingCentral({ choice }: SignInDraft): boolean {
	return choice === 'production' || choice === 'sandbox';
}

function serverOf({ choice, address }: SignInDraft, here: string): string {
	switch (choice) {
		case 'production':
			return PRODUCTION;
		case 'sandbox':
			return SANDBOX;
		case 'here':
			return here;
		case 'other':
			return restServerOf(address) ?? address;
	}
}

function choiceOf(server: string, here: string): ServerChoice {
	if (isRingCentral(server)) return server === SANDBOX ? 'sandbox' : 'production';
	return server === here ? 'here' : 'other';
}
