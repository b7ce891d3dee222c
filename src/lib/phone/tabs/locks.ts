/**
 * Web Locks as tabs use them. The browser frees a lock when the page that holds it is gone, however it
 * went: closed, crashed, killed or discarded. So a lock tells who is there, and nobody need say goodbye.
 */

/** Only secure contexts that may store something have locks. */
export async function locksWork(): Promise<boolean> {
	try {
		await navigator.locks.query();
		return true;
	} catch {
		return false;
	}
}

export async function isHeld(name: string): Promise<boolean> {
	const { held } = await navigator.locks.query();
	return held?.some((lock) => lock.name === name) ?? false;
}

/** Held by a tab for as long as it is there. */
export function lockOfTab(id: string): string {
	return `tab ${id}`;
}

/** Takes a lock that nobody has, and keeps it for as long as the page lives. */
export function holdIfFree(name: string): Promise<boolean> {
	return new Promise((resolve) => {
		void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
			resolve(lock !== null);
			return lock === null ? undefined : forEver();
		});
	});
}

/** Waits in line for a lock, first come, first served. @returns leaves the line, or lets go. */
export function standInLine(name: string, onheld: () => void): () => void {
	const leaving = new AbortController();
	let letGo: () => void = () => undefined;
	const held = () => {
		if (leaving.signal.aborted) return;
		onheld();
		return new Promise<void>((resolve) => (letGo = resolve));
	};
	request(name, { signal: leaving.signal }, held);
	return () => {
		leaving.abort();
		letGo();
	};
}

/** Tells once, when whoever holds a lock is gone. All who wait are told at once. @returns stops it */
export function whenFree(name: string, onfree: () => void): () => void {
	const stopping = new AbortController();
	request(name, { mode: 'shared', signal: stopping.signal }, () => {
		if (!stopping.signal.aborted) onfree();
	});
	return () => stopping.abort();
}

function request(name: string, options: LockOptions, held: () => Promise<void> | void): void {
	navigator.locks.request(name, options, held).catch((error: unknown) => {
		// Whoever leaves the line is told so by a rejection.
		if (!options.signal?.aborted) throw error;
	});
}

const forEver = () => new Promise<void>(() => undefined);
