/** Waits until something holds. Tests wait for what happens, never for a time to pass. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
	const deadline = Date.now() + 10_000;
	while (!holds()) {
		if (Date.now() > deadline) throw new Error(`it never came about: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
