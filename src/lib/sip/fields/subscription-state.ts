import { type Parameters, parseParameters } from '../grammar/parameters.ts';
import { deltaSeconds } from '../grammar/whole-number.ts';

/** How a subscription is (RFC 6665 §8.2.3). */
export interface SubscriptionState {
	/** In lower case: `active`, `pending`, `terminated` or another. */
	state: string;
	/** Why it ended: `noresource`, `timeout`, … */
	reason?: string;
	expiresSeconds?: number;
	retryAfterSeconds?: number;
	parameters: Parameters;
}

/** `undefined` if it names no state. */
export function parseSubscriptionState(value: string): SubscriptionState | undefined {
	const state = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
	if (state === '') return undefined;
	const parameters = parseParameters(value);
	const reason = parameters.get('reason');
	const expiresSeconds = deltaSeconds(parameters.get('expires'));
	const retryAfterSeconds = deltaSeconds(parameters.get('retry-after'));
	return {
		state,
		...(reason !== undefined && { reason }),
		...(expiresSeconds !== undefined && { expiresSeconds }),
		...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
		parameters
	};
}
