/** Held from start to dispose; the browser lets go when the tab is closed or crashes. */
export interface InstanceLock {
	release(): void;
}

/**
 * Takes the Web Lock on an instance, by which the tabs of this browser tell each other that a phone
 * runs. The newest registration of an instance gets the inbound calls, so two of them deserve a word.
 * @param id the address-of-record and the instance id
 */
export function lockInstance(id: string): Promise<InstanceLock | 'in use'> {
	const unguarded: InstanceLock = { release: () => undefined };
	// Only secure contexts have locks; elsewhere there is nobody to ask.
	const locks = globalThis.navigator?.locks;
	if (!locks) return Promise.resolve(unguarded);
	return new Promise((resolve) => {
		locks
			.request(`phone ${id}`, { ifAvailable: true }, (lock) => {
				if (!lock) return resolve('in use');
				return new Promise<void>((release) => resolve({ release }));
			})
			// Where site data is blocked, so are locks: a phone runs all the same.
			.catch(() => resolve(unguarded));
	});
}
