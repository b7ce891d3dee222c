interface Completing {
	readonly done: Promise<void>;
	abort(): void;
}

/**
 * Resolves with what `work` made of a transaction, once that has completed: then it is stored. Where
 * the work fails, the transaction is undone.
 *
 * @throws why the transaction was aborted (`QuotaExceededError`, say), since its requests only know
 * that it was.
 */
export async function complete<T>(transaction: Completing, work: Promise<T>): Promise<T> {
	const [worked, done] = await Promise.allSettled([
		work.catch((error: unknown) => abortFor(transaction, error)),
		transaction.done
	]);
	if (done.status === 'rejected' && !isAbort(done.reason)) throw done.reason;
	if (worked.status === 'rejected') throw worked.reason;
	if (done.status === 'rejected') throw done.reason;
	return worked.value;
}

function abortFor(transaction: Completing, error: unknown): never {
	if (!isAbort(error)) transaction.abort();
	throw error;
}

function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
