/** Waits until something holds. Tests wait for what happens, never for a time to pass. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
	const deadline = Date.now() + 10_000;
	while (!holds()) {
		if (Date.now() > deadline) throw new Error(`it never came about: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** Whether a promise is still pending, after all that could settle it had its time. */
export async function isPending(promise: Promise<unknown>): Promise<boolean> {
	const settled = promise.then(
		() => false,
		() => false
	);
	const waited = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 100));
	return Promise.race([settled, waited]);
}
