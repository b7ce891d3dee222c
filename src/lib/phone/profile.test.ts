import { describe, expect, it } from 'vitest';
import {
	addressOfRecordOf,
	extensionOf,
	generateInstanceId,
	instanceIdProblem,
	instanceOf,
	type PhoneProfile
} from './profile.ts';

const profile: PhoneProfile = {
	id: '1',
	name: 'Alice',
	sipInfo: {
		authorizationId: '802398808016',
		domain: 'sip.example.com',
		outboundProxy: 'sip.example.com:8083',
		outboundProxyBackup: '',
		username: '16505550100*101',
		stunServers: []
	},
	plain: false,
	instance: { kind: 'default' },
	media: 'tone',
	createdAt: 0
};

describe('a profile', () => {
	it('is the instance that the SDK would make of it, unless it has its own', () => {
		expect(instanceOf(profile)).toBe('802398808016');
		expect(instanceOf({ ...profile, instance: { kind: 'typed', id: 'desk' } })).toBe('desk');
	});

	it('has an address-of-record and, in RingCentral, an extension', () => {
		expect(addressOfRecordOf(profile)).toBe('sip:16505550100*101@sip.example.com');
		expect(extensionOf(profile)).toBe('101');
		const elsewhere = { ...profile, sipInfo: { ...profile.sipInfo, username: 'alice' } };
		expect(extensionOf(elsewhere)).toBeUndefined();
	});
});

describe('an instance id', () => {
	it('is a new UUID where it is generated', () => {
		const id = generateInstanceId();
		expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
		expect(generateInstanceId()).not.toBe(id);
		expect(instanceIdProblem(id)).toBeUndefined();
	});

	it.each(['', 'urn:uuid:1', 'a b', '"', '<a>'])('%j is refused with a reason', (id) => {
		expect(instanceIdProblem(id)).toMatch(/\.$/);
	});
});
