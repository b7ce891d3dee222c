import type { SdpMedia } from '../sdp.ts';
import type { NegotiationProblem } from './negotiation-problem.ts';

export type DtlsRole = 'client' | 'server';

/** Who opens the DTLS connection: its client. */
export interface DtlsRoles {
	offerer: DtlsRole;
	answerer: DtlsRole;
}

/** What is agreed of DTLS, or why nothing is. */
export interface DtlsOutcome {
	roles?: DtlsRoles;
	problems: Omit<NegotiationProblem, 'section'>[];
}

/** Whether media go over DTLS: the protocol says so, or a fingerprint does. */
export function usesDtls({ protocol, fingerprints }: SdpMedia): boolean {
	return /(?:^|\/)D?TLS\//.test(protocol) || fingerprints.length > 0;
}

/** The roles that `a=setup` gives (RFC 8842 §5): an offer lets the answerer choose, an answer chooses. */
export function dtlsRoles(offer: SdpMedia, answer: SdpMedia): DtlsOutcome {
	const problems: DtlsOutcome['problems'] = [];
	for (const [side, media] of [
		['offer', offer],
		['answer', answer]
	] as const) {
		if (media.fingerprints.length === 0) {
			problems.push({ code: 'fingerprint-missing', side, source: 'RFC 8122 §5' });
		}
		if (media.setup === undefined) {
			problems.push({ code: 'setup-missing', side, source: 'RFC 8842 §5' });
		}
	}
	if (offer.setup === undefined || answer.setup === undefined) return { problems };
	const answerer = ROLES.get(answer.setup);
	if (answerer === undefined) {
		problems.push({ code: 'setup-not-chosen', side: 'answer', source: 'RFC 8842 §5' });
		return { problems };
	}
	if (offer.setup === answer.setup || offer.setup === 'holdconn') {
		problems.push({ code: 'setup-conflict', source: 'RFC 4145 §4.1' });
		return { problems };
	}
	return { roles: { answerer, offerer: answerer === 'client' ? 'server' : 'client' }, problems };
}

const ROLES: ReadonlyMap<string, DtlsRole> = new Map([
	['active', 'client'],
	['passive', 'server']
]);
