/** Who hears of a rejection that nobody handled; `certain` where no other phone can have caused it. */
export type RejectionHearer = (thrown: unknown, certain: boolean) => void;

const hearers = new Set<RejectionHearer>();

/**
 * Some promises are dropped so deep in the SDK (an answer that cannot be applied, an automatic answer
 * that fails) that only the page hears of them. A page's single phone is the culprit; among several,
 * the first is told that it is not known which. The browser still prints the error.
 * @returns stops it
 */
export function hearStrayRejections(hearer: RejectionHearer): () => void {
	if (hearers.size === 0) globalThis.addEventListener?.('unhandledrejection', tell);
	hearers.add(hearer);
	return () => {
		hearers.delete(hearer);
		if (hearers.size === 0) globalThis.removeEventListener?.('unhandledrejection', tell);
	};
}

function tell({ reason }: PromiseRejectionEvent): void {
	const [first] = hearers;
	first?.(reason, hearers.size === 1);
}
