/**
 * The SDK listens with async functions and drops their promises, so that what they throw ends as an
 * unhandled rejection which belongs to nobody. A watched listener does the same, and tells.
 */
export function watchedListener<Arguments extends unknown[]>(
	listener: (...args: Arguments) => unknown,
	onerror: (thrown: unknown) => void
): (...args: Arguments) => void {
	return (...args) => {
		const result = listener(...args);
		if (result instanceof Promise) result.catch(onerror);
	};
}
