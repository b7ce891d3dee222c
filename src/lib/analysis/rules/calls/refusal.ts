import type { Call } from '../../calls/call.ts';
import type { SeenMessage } from '../../seen-message.ts';

/** Statuses that tell of who was called, not of a fault on the way (RFC 3261 §21.4, §21.6). */
const ABOUT_CALLEE = new Set([404, 410, 480, 484, 486, 600, 603, 604]);

export function isAboutCallee(status: number): boolean {
	return ABOUT_CALLEE.has(status);
}

/** The final response that refused a call. */
export function refusalOf({ failure, messages }: Call): SeenMessage | undefined {
	if (failure === undefined) return undefined;
	return messages.findLast(
		({ head }) =>
			head.kind === 'response' && head.method === 'INVITE' && head.status === failure.status
	);
}
