import { expect, it } from 'vitest';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import { copiesOf } from './copies.ts';
import { instanceOf, type PhoneProfile } from './profile.ts';

const profile: PhoneProfile = {
	id: 'phone-101',
	name: 'Alice',
	sipInfo: sipInfoOf(builtInAccounts[0]!, '127.0.0.1:8443/sip'),
	plain: true,
	instance: { kind: 'default' },
	media: 'tone',
	createdAt: 0
};

it('makes phones of the same extension, each an instance and a name of its own', () => {
	const copies = copiesOf(profile, 5, ['Alice', 'Alice 3']);
	expect(copies.map(({ name }) => name)).toEqual([
		'Alice 2',
		'Alice 4',
		'Alice 5',
		'Alice 6',
		'Alice 7'
	]);
	const all = [profile, ...copies];
	expect(new Set(all.map(instanceOf)).size).toBe(6);
	expect(new Set(all.map(({ id }) => id)).size).toBe(6);
	for (const copy of copies) expect(copy.sipInfo).toEqual(profile.sipInfo);
});
