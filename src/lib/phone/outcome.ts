export type Settled<T> = { kind: 'done'; value: T } | { kind: 'failed'; thrown: unknown };

/**
 * What became of a promise of the SDK. Some of them never settle: `start()` when the REGISTER is not
 * answered, `call()` after a cancel, an INFO without result. `later` is what it may still become.
 */
export type Outcome<T> = Settled<T> | { kind: 'no answer'; later: Promise<Settled<T>> };

/**
 * Waits for `promise`, but no longer than `seconds`, and not past `end` but for the moment in which what
 * brought the end settles the promise too. Never rejects.
 */
export async function settleWithin<T>(
	promise: Promise<T>,
	seconds: number,
	end?: Promise<unknown>
): Promise<Outcome<T>> {
	const settled = promise.then<Settled<T>, Settled<T>>(
		(value) => ({ kind: 'done', value }),
		(thrown: unknown) => ({ kind: 'failed', thrown })
	);
	const noAnswer = { kind: 'no answer', later: settled } as const;
	const limits: Promise<unknown>[] = end ? [end.then(() => sleep(0))] : [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	if (Number.isFinite(seconds)) {
		limits.push(new Promise((resolve) => (timer = setTimeout(resolve, seconds * 1_000))));
	}
	const outcome = await Promise.race<Outcome<T>>([
		settled,
		...limits.map((limit) => limit.then(() => noAnswer))
	]);
	clearTimeout(timer);
	return outcome;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
