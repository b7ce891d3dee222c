/** Held from start to dispose; the browser lets go when the tab is closed or crashes. */
export interface InstanceLock {
	/** Resolves when it can be taken again: whoever asks before is told that it is in use. */
	release(): Promise<void>;
}

/** Where nobody is asked, or nobody can be. */
export const NO_LOCK: InstanceLock = { release: () => Promise.resolve() };

/**
 * Takes the Web Lock on an instance, by which the tabs of this browser tell each other that a phone
 * runs. The newest registration of an instance gets the inbound calls, so two of them deserve a word.
 *
 * @param patience seconds to wait for whoever has it
 */
export function lockInstance(
	addressOfRecord: string,
	instance: string,
	patience = 0
): Promise<InstanceLock | 'in use'> {
	// Only secure contexts have locks; elsewhere there is nobody to ask.
	const locks = globalThis.navigator?.locks;
	if (!locks) return Promise.resolve(NO_LOCK);
	const options =
		patience > 0 ? { signal: AbortSignal.timeout(patience * 1_000) } : { ifAvailable: true };
	return new Promise((resolve) => {
		const held: Promise<unknown> = locks
			.request(lockName(addressOfRecord, instance), options, (lock) => {
				if (!lock) return resolve('in use');
				return new Promise<void>((end) =>
					resolve({
						release: async () => {
							end();
							await held;
						}
					})
				);
			})
			// Where site data is blocked, so are locks: a phone runs all the same.
			.catch(() => resolve(options.signal?.aborted ? 'in use' : NO_LOCK));
	});
}

/** Whether a phone runs with it in any tab. Asking takes no lock, which could be in a phone's way. */
export async function isInstanceInUse(addressOfRecord: string, instance: string): Promise<boolean> {
	try {
		const { held } = await navigator.locks.query();
		return held?.some(({ name }) => name === lockName(addressOfRecord, instance)) ?? false;
	} catch {
		// Locks are for secure contexts, and for pages that may store something: else nobody holds any.
		return false;
	}
}

function lockName(addressOfRecord: string, instance: string): string {
	return `phone ${addressOfRecord} ${instance}`;
}
