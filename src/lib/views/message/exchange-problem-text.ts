import type { SdpChangeProblemCode, SdpChanges } from '../../sip/sdp/offer-answer/changes.ts';
import type { NegotiationProblemCode } from '../../sip/sdp/offer-answer/negotiation-problem.ts';
import type { Negotiation } from '../../sip/sdp/offer-answer/negotiation.ts';
import type { ProblemText } from './problem-text.ts';

const NEGOTIATION: Readonly<Record<NegotiationProblemCode, string>> = {
	'sections-missing': 'The answer leaves sections unanswered',
	'sections-surplus': 'The answer has more sections than the offer',
	'kind-changed': 'The answer is of another kind than the offer',
	'protocol-changed': 'The answer has another protocol than the offer',
	'withdrawn-accepted': 'Accepted, though port 0 was offered',
	'nothing-accepted': 'Nothing of the offer was accepted',
	'no-common-codec': 'No codec that both sides know',
	'direction-not-allowed': 'The direction does not answer the offered one',
	'fingerprint-missing': 'DTLS without a fingerprint',
	'setup-missing': 'DTLS without a role',
	'setup-not-chosen': 'The answer must choose who opens DTLS',
	'setup-conflict': 'Both sides want the same role of DTLS',
	'rtcp-mux-refused': 'The answer wants another port for RTCP, which browsers refuse',
	'bundle-not-offered': 'The answer bundles what was not offered so',
	'ice-not-answered': 'ICE was offered and is not answered',
	'candidates-missing': 'Neither side names a candidate',
	'ice-restart-not-answered': 'ICE begins anew on one side only',
	'ice-restart-not-offered': 'ICE begins anew without being asked to'
};

const CHANGES: Readonly<Record<SdpChangeProblemCode, string>> = {
	'session-replaced': 'Another session than before in o=',
	'version-not-increased': 'Something is new, but the version is not higher',
	'section-removed': 'A section of before is no longer there',
	'payload-type-reassigned': 'A payload type stands for another codec than before',
	'ice-restart-incomplete': 'Only one of ICE’s user and password is new'
};

/** What offer and answer must not say together, in words. */
export function negotiationProblemTexts({ problems }: Negotiation): ProblemText[] {
	return problems.map(({ code, side, source }) => ({
		text: side === 'offer' ? `${NEGOTIATION[code]} in the offer` : NEGOTIATION[code],
		source
	}));
}

/** What a new description must not say after the previous one, in words. */
export function changeProblemTexts({ problems }: SdpChanges): ProblemText[] {
	return problems.map(({ code, source }) => ({ text: CHANGES[code], source }));
}
