import type { NegotiationProblem } from '../../../sip/sdp/offer-answer/negotiation-problem.ts';

/** Why media cannot flow, as an offer and its answer tell; `''` where they do not. */
export function causeIn(problems: readonly NegotiationProblem[]): string {
	const words = problems.map(({ code }) => CAUSES[code]).find((cause) => cause !== undefined);
	return words ?? '';
}

const CAUSES: Partial<Record<NegotiationProblem['code'], string>> = {
	'nothing-accepted': 'the answer refuses all media that were offered',
	'no-common-codec': 'offer and answer have no codec in common',
	'fingerprint-missing': 'one side names no DTLS fingerprint',
	'setup-missing': 'one side does not say who begins DTLS (a=setup)',
	'setup-not-chosen': 'the answer does not choose who begins DTLS (a=setup)',
	'setup-conflict': 'both sides want the same part in DTLS (a=setup)',
	'rtcp-mux-refused': 'the answer lacks a=rtcp-mux, without which a browser does not talk',
	'ice-not-answered': 'the answer has no ICE',
	'candidates-missing': 'neither side names an ICE candidate',
	'protocol-changed': 'the answer has another transport than the offer',
	'kind-changed': 'the answer is for another kind of media'
};
