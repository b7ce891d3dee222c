import { lockInstance } from '../../phone/instance-lock.ts';
import type { LeftRegistered } from '../../state/left-registered.svelte.ts';

/** Those of the bindings whose phone runs in no tab of this browser any more. */
export async function leftBehind(
	bindings: readonly LeftRegistered[]
): Promise<readonly LeftRegistered[]> {
	const orphans = await Promise.all(
		bindings.map(async (binding) => {
			const lock = await lockInstance(`${binding.addressOfRecord} ${binding.instance}`);
			if (lock === 'in use') return [];
			lock.release();
			return [binding];
		})
	);
	return orphans.flat();
}
