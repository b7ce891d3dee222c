import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PhoneProfile } from '../../phone/profile.ts';
import {
	checkDraft,
	draftOf,
	emptyDraft,
	profileOf,
	sipInfoFields,
	suggestedName
} from './profile-draft.ts';

const anyProfile: fc.Arbitrary<PhoneProfile> = fc.record({
	id: fc.uuid(),
	name: fc.constantFrom('Front desk', 'Extension 101'),
	sipInfo: fc.record(
		{
			authorizationId: fc.constant('802398101001'),
			domain: fc.constant('sip.example.com'),
			outboundProxy: fc.constant('sip.example.com:8083'),
			outboundProxyBackup: fc.constantFrom('', 'backup.example.com:8083'),
			username: fc.constant('16505550100*101'),
			password: fc.constantFrom('secret', ' with spaces '),
			stunServers: fc.constantFrom([], ['stun.example.com:3478', 'stun.example.com'])
		},
		{
			requiredKeys: [
				'authorizationId',
				'domain',
				'outboundProxy',
				'outboundProxyBackup',
				'username',
				'stunServers'
			]
		}
	),
	plain: fc.boolean(),
	instance: fc.oneof(
		fc.constant({ kind: 'default' as const }),
		fc.record({ kind: fc.constantFrom('generated' as const, 'typed' as const), id: fc.uuid() })
	),
	media: fc.constantFrom('microphone', 'tone'),
	createdAt: fc.nat()
});

test('a form that is opened and saved changes nothing', () => {
	fc.assert(
		fc.property(anyProfile, (profile) => {
			const draft = draftOf(profile);
			expect(checkDraft(draft).size).toBe(0);
			expect(profileOf(draft, profile, 0)).toEqual(profile);
		})
	);
});

test('a password that is not kept is in no profile, and not needed', () => {
	fc.assert(
		fc.property(anyProfile, (profile) => {
			const draft = { ...draftOf(profile), password: 'typed', keepPassword: false };
			expect(profileOf(draft, profile, 0).sipInfo).not.toHaveProperty('password');
			expect(checkDraft({ ...draft, password: '' }).has('password')).toBe(false);
		})
	);
});

test('what is missing is told by field, a typed instance id only where it is chosen', () => {
	const draft = emptyDraft();
	expect([...checkDraft(draft).keys()].sort()).toEqual([
		'authorizationId',
		'domain',
		'outboundProxy',
		'password',
		'username'
	]);
	expect(checkDraft({ ...draft, instanceKind: 'typed' }).has('typedId')).toBe(true);
});

test('a phone without a name is called after its extension', () => {
	const draft = { ...emptyDraft(), username: '16505550100*101' };
	expect(suggestedName(draft)).toBe('Extension 101');
	expect(profileOf(draft, undefined, 7).name).toBe('Extension 101');
	expect(suggestedName({ ...draft, username: 'alice' })).toBe('alice');
});

test.each([
	['127.0.0.1:4173/sip', true],
	['localhost:8083', true],
	['[::1]:8083', true],
	['localhost.example.com:8083', false],
	['sip.example.com:8083', false]
])('a pasted sipInfo with the proxy %s is without TLS: %s', (outboundProxy, plain) => {
	expect(sipInfoFields({ ...emptyDraft(), stunServers: [], outboundProxy }).plain).toBe(plain);
});
