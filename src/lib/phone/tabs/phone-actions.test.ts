import { expect, test } from 'vitest';
import { callActions } from '../call-actions.ts';
import { instanceActions } from '../instance-actions.ts';
import type { PhoneProfile } from '../profile.ts';
import { limitOf, parsePhoneAction, type PhoneAction } from './phone-actions.ts';

const profile: PhoneProfile = {
	id: 'alice',
	name: 'Alice',
	sipInfo: {
		authorizationId: '802398101001',
		domain: 'sip.example.com',
		outboundProxy: 'sip.example.com:8083',
		outboundProxyBackup: '',
		username: '16505550100*101',
		stunServers: []
	},
	plain: false,
	instance: { kind: 'typed', id: 'one' },
	media: 'tone',
	outputDeviceId: 'speaker',
	createdAt: 0
};

const performed = callActions.map(({ id }): PhoneAction => ({
	action: 'perform',
	phone: 'alice',
	callId: 'c',
	id,
	argument: ''
}));
const acted = instanceActions.map(({ id }): PhoneAction => ({ action: 'act', phone: 'alice', id }));

test.each<PhoneAction>([
	{ action: 'start', profile, password: 'secret' },
	{ action: 'call', phone: 'alice', number: '102' },
	...acted,
	...performed
])('$action is taken as it is, and has a limit', (action) => {
	expect(parsePhoneAction(action)).toEqual(action);
	expect(limitOf(action)).toBeGreaterThan(0);
	expect(limitOf(action)).toBeLessThan(180);
});

test.each([
	undefined,
	'call',
	{ action: 'call', phone: 'alice' },
	{ action: 'perform', phone: 'alice', callId: 'c', id: 'selfDestruct', argument: '' },
	{ action: 'act', phone: 'alice', id: 'selfDestruct' },
	{ action: 'start', profile: { ...profile, sipInfo: {} } },
	{ action: 'eval', phone: 'alice' }
])('%j is refused', (value) => {
	expect(() => parsePhoneAction(value)).toThrow();
});
