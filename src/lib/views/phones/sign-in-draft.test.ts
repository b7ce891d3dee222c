import { describe, expect, test } from 'vitest';
import { PRODUCTION, SANDBOX } from '../../phone/provisioning/rest-server.ts';
import { checkSignIn, credentialsOf, signInDraft, type SignInDraft } from './sign-in-draft.ts';

const HERE = 'http://127.0.0.1:4173';
const fresh = signInDraft(undefined, HERE);
const filled: SignInDraft = { ...fresh, clientId: ' id ', clientSecret: 'secret', jwt: ' a.b.c\n' };

test('starts at RingCentral, with nothing kept', () => {
	expect(fresh).toMatchObject({ choice: 'production', clientId: '', jwt: '', keep: false });
});

describe('what is needed', () => {
	const needed = (draft: SignInDraft) => [...checkSignIn(draft).keys()].sort();

	test('RingCentral needs all, a simulator a JWT alone', () => {
		expect(needed(fresh)).toEqual(['clientId', 'clientSecret', 'jwt']);
		expect(needed({ ...fresh, choice: 'sandbox' })).toEqual(['clientId', 'clientSecret', 'jwt']);
		expect(needed({ ...fresh, choice: 'here' })).toEqual(['jwt']);
		expect(needed({ ...fresh, choice: 'other' })).toEqual(['address', 'jwt']);
		expect(needed(filled)).toEqual([]);
	});

	test('another simulator is one of this machine', () => {
		const other = { ...filled, choice: 'other' as const };
		expect(needed({ ...other, address: 'http://example.com:8080' })).toEqual(['address']);
		expect(needed({ ...other, address: 'https://127.0.0.1:8443/' })).toEqual([]);
	});
});

test('the server is the one that was chosen, and nothing has blanks around it', () => {
	const server = (more: Partial<SignInDraft>) => credentialsOf({ ...filled, ...more }, HERE).server;
	expect(server({})).toBe(PRODUCTION);
	expect(server({ choice: 'sandbox' })).toBe(SANDBOX);
	expect(server({ choice: 'here' })).toBe(HERE);
	expect(server({ choice: 'other', address: 'https://127.0.0.1:8443/' })).toBe(
		'https://127.0.0.1:8443'
	);
	expect(credentialsOf(filled, HERE)).toMatchObject({ clientId: 'id', jwt: 'a.b.c' });
	expect(credentialsOf({ ...fresh, jwt: '102' }, HERE).clientId).toBe('sipscope');
});

test.each([PRODUCTION, SANDBOX, HERE, 'https://127.0.0.1:8443'])(
	'what is kept of %s comes back',
	(server) => {
		const kept = { server, clientId: 'id', clientSecret: 'secret', jwt: 'a.b.c' };
		const draft = signInDraft(kept, HERE);
		expect(draft.keep).toBe(true);
		expect(credentialsOf(draft, HERE)).toEqual(kept);
	}
);
