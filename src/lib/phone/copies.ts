import { generateInstanceId, type PhoneProfile } from './profile.ts';

/**
 * Phones like this one, each a device of its own that takes another slot. They are named `Alice 2`,
 * `Alice 3` …, past the names that are taken, and kept nowhere.
 */
export function copiesOf(
	profile: PhoneProfile,
	count: number,
	taken: readonly string[]
): PhoneProfile[] {
	const copies: PhoneProfile[] = [];
	for (let number = 2; copies.length < count; number++) {
		const name = `${profile.name} ${number}`;
		if (taken.includes(name)) continue;
		const instance = { kind: 'generated', id: generateInstanceId() } as const;
		copies.push({ ...profile, id: crypto.randomUUID(), name, instance });
	}
	return copies;
}
