import { type Duration, type Instant, SECOND } from '../../trace/instant.ts';
import { believedState, countsOnBinding } from './believed-state.ts';
import type { HeldBinding, RegistrarView } from './registrar-view.ts';
import type { RegistrationState } from './registration-state.ts';
import type { Registration } from './registration.ts';
import { hasBegun } from './slots.ts';

/** How what a phone believes differs from what the registrar holds. */
export type Difference =
	/** The phone counts on a binding, and there is none. */
	| 'not held'
	/** The phone counts on a binding that is another connection's by now. */
	| 'taken over'
	/** The phone counts on no binding, and there is one. */
	| 'still held'
	/** Both know of it, but not for how long. */
	| 'other expiry'
	/** The phone counts on its connection, which the registrar has lost. */
	| 'unreachable'
	/** No phone of the trace made it. */
	| 'another device';

/** What a phone believes beside what the registrar holds; one of them may be absent. */
export interface ViewPair {
	readonly registration?: Registration;
	readonly belief?: RegistrationState;
	readonly held?: HeldBinding;
	readonly difference?: Difference;
}

/** What is on its way between them makes no difference yet. */
const IN_FLIGHT: Duration = 1.5 * SECOND;
/** Expiry is counted in whole seconds, and answers travel. */
const SAME_EXPIRY: Duration = 2 * SECOND;
/** A binding's Call-ID is that of one of the latest attempts. */
const LATEST = 8;

/** Each phone of an address-of-record beside its binding, then the bindings that are no phone's. */
export function comparedViews(
	own: readonly Registration[],
	view: RegistrarView,
	now: Instant
): ViewPair[] {
	const phones = own
		.filter((registration) => hasBegun(registration, now))
		.map((registration) => pairOf(registration, view, now));
	const matched = new Set(phones.map(({ held }) => held));
	const strangers = view.bindings.filter(
		(held) => !matched.has(held) && !own.some((one) => isInstanceOf(held, one))
	);
	return [
		...phones.filter(({ belief, held }) => held ?? (belief && isTold(belief))),
		...strangers.map((held): ViewPair => ({ held, difference: 'another device' }))
	];
}

/** A phone that was never bound, and knows it, is not worth a line. */
function isTold({ name }: RegistrationState): boolean {
	return name !== 'unregistered' && name !== 'registering';
}

function pairOf(registration: Registration, view: RegistrarView, now: Instant): ViewPair {
	const belief = believedState(registration, now);
	const held = view.bindings.find((binding) => isMadeBy(binding, registration));
	return {
		registration,
		belief,
		held,
		difference: differenceOf(registration, belief, held, view, now)
	};
}

function differenceOf(
	registration: Registration,
	belief: RegistrationState,
	held: HeldBinding | undefined,
	view: RegistrarView,
	now: Instant
): Difference | undefined {
	if (now - belief.since < IN_FLIGHT) return undefined;
	if (!countsOnBinding(belief))
		return held && !held.superseded ? stillHeld(belief, now) : undefined;
	if (held === undefined) {
		const takenOver = view.bindings.some((one) => isInstanceOf(one, registration));
		if (takenOver) return 'taken over';
		return view.complete ? 'not held' : undefined;
	}
	if (held.superseded) return 'taken over';
	if (held.reachable === false) return 'unreachable';
	const apart = Math.abs(held.expiresAt - (belief.expiresAt ?? held.expiresAt));
	return apart > SAME_EXPIRY ? 'other expiry' : undefined;
}

/** A lost or refused phone knows that its binding lives on until its time is over. */
function stillHeld({ name, expiresAt }: RegistrationState, now: Instant): Difference | undefined {
	const knows = (name === 'socket lost' || name === 'refused') && (expiresAt ?? 0) > now;
	return knows || name === 'registering' || name === 'unanswered' ? undefined : 'still held';
}

function isMadeBy(held: HeldBinding, registration: Registration): boolean {
	if (held.registration) return held.registration === registration;
	const latest = registration.attempts.slice(-LATEST);
	return isInstanceOf(held, registration) && latest.some(({ callId }) => callId === held.callId);
}

/** Where neither names an instance, the contact tells. */
function isInstanceOf(held: HeldBinding, { instance, contact }: Registration): boolean {
	return held.instance === undefined || instance === undefined
		? held.contact === contact
		: held.instance === instance;
}
