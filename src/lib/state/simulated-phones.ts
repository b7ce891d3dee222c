import type { SipInfo } from '../phone/profile.ts';
import { now } from '../capture/clock.ts';
import { phones } from './phones.svelte.ts';
import { profiles } from './profiles.svelte.ts';

/** As `GET /accounts` of the simulator answers. */
export interface SimulatorAccount {
	name: string;
	extension: string;
	sipInfo: SipInfo;
}

/** The extensions that the simulator of this address knows. Throws where there is no simulator. */
export async function simulatorAccounts(): Promise<SimulatorAccount[]> {
	const answer = await fetch('/accounts', { headers: { accept: 'application/json' } });
	if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to /accounts.`);
	return (await answer.json()) as SimulatorAccount[];
}

/** Starts the first two extensions of the simulator, saved as phones with a test tone for a voice. */
export async function tryWithSimulator(): Promise<void> {
	const accounts = (await simulatorAccounts()).slice(0, 2);
	await profiles.load();
	await Promise.all(
		accounts.map(async (account, index) => {
			const id = `simulator-${account.extension}`;
			const profile = profiles.get(id) ?? {
				id,
				name: account.name,
				sipInfo: account.sipInfo,
				plain: location.protocol === 'http:',
				instance: { kind: 'default' as const },
				media: 'tone' as const,
				simulated: true,
				createdAt: now() + index
			};
			// Where storage is refused the phone runs all the same; a banner says what is not kept.
			await Promise.allSettled([profiles.save(profile), phones.start(profile)]);
		})
	);
}
