import { SECOND, type Instant } from '../../trace/instant.ts';
import { type Answered, latestSuccess } from './attempts-at.ts';
import { listingAt } from './listing.ts';
import { isGranted } from './registration-attempt.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';

/** What a registrar holds for an address-of-record, by whoever tells of it. */
export interface RegistrarView {
	/** Of what moment it tells. */
	readonly asOf: Instant;
	/** Whether nothing else is held. */
	readonly complete: boolean;
	readonly bindings: readonly HeldBinding[];
	/** Seq of the answer that told it last, where answers did. */
	readonly toldBy?: number;
}

export interface HeldBinding {
	readonly instance?: string;
	readonly contact?: string;
	readonly expiresAt: Instant;
	/** Whose it is, where the answers to REGISTER told. */
	readonly registration?: Registration;
	/** Of the REGISTER that made or refreshed it last (RFC 3261 §10.3), where the registrar itself told. */
	readonly callId?: string;
	/** Whether its connection is open, where that is known. */
	readonly reachable?: boolean;
	/** Another connection has the instance: nothing rings here. */
	readonly superseded?: boolean;
}

/**
 * By the answers to REGISTER alone: the latest complete list, and what later answers changed in it; and
 * what each was told of itself, where the registrar lists no more than that.
 */
export function listedView(own: readonly Registration[], now: Instant): RegistrarView | undefined {
	const listing = listingAt(own, now);
	if (listing === undefined) return undefined;
	const { complete, attempt } = listing;
	const instances = [...new Set(own.map(({ competitors }) => competitors))];
	const latest = instances.flatMap((competitors) => latestOf(competitors, now) ?? []);
	const sinceThen = (one: RegistrationAttempt) => lastSeqOf(one) > lastSeqOf(attempt);
	const told = latest.filter((one) => isGranted(one) && (!complete || sinceThen(one)));
	const ended = latest.filter((one) => !isGranted(one) && sinceThen(one));
	const listed = complete ? listing.bindings : [];
	const isReplaced = ({ registrations }: { registrations: readonly Registration[] }) =>
		[...told, ...ended].some(({ request }) =>
			registrations.includes(request.registration as Registration)
		);
	const bindings = [
		...told.map(ownBinding),
		...listed
			.filter((one) => !isReplaced(one))
			.map((one) => {
				const { instance, uri: contact, expiresAt, registrations } = one;
				const registration = latestOf(registrations, now)?.request.registration;
				return { instance, contact, expiresAt, registration };
			})
	].filter(({ expiresAt }) => expiresAt > now);
	return { asOf: attempt.answeredAt, complete, bindings, toldBy: attempt.final?.entry.seq };
}

/** What the registrar did last for one instance. */
function latestOf(competitors: readonly Registration[], now: Instant): Answered | undefined {
	return competitors
		.flatMap((one) => latestSuccess(one, now, ({ kind }) => kind !== 'fetch') ?? [])
		.reduce<Answered | undefined>(
			(one, other) => (one && lastSeqOf(one) > lastSeqOf(other) ? one : other),
			undefined
		);
}

function ownBinding(attempt: Answered): HeldBinding {
	const { answeredAt, grantedSeconds, askedSeconds, contact, request } = attempt;
	const { registration } = request;
	const expiresAt = answeredAt + (grantedSeconds ?? askedSeconds) * SECOND;
	return { instance: registration?.instance, contact, expiresAt, registration };
}

function lastSeqOf({ final, request }: RegistrationAttempt): number {
	return (final ?? request).entry.seq;
}
