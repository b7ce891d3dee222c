import { isAuxiliary } from '../../../sip/sdp/codecs.ts';
import { staticPayload } from '../../../sip/sdp/static-payloads.ts';
import type { Rule } from '../rule.ts';
import { callName, phoneName } from '../words.ts';
import { negotiationOf, type SessionPair, sessionPair } from './session-of.ts';

export const noCommonCodec: Rule<'call'> = {
	id: 'no-common-codec',
	severity: 'error',
	title: 'An answer without a codec of the offer',
	fires:
		'The answer to the first offer of a call names no codec that was offered, or refuses all media.',
	source: 'RFC 3264 §6, §6.1',
	scope: 'call',
	check(call, analysis) {
		if (call.answeredAt === undefined) return undefined;
		const pair = sessionPair(call);
		if (pair === undefined) return undefined;
		if (isCommonAtSight(pair)) return undefined;
		const { problems } = negotiationOf(pair);
		const problem = problems.find(
			({ code }) => code === 'no-common-codec' || code === 'nothing-accepted'
		);
		if (problem === undefined) return undefined;
		const refused = problem.code === 'nothing-accepted';
		return {
			sentence: `The call ${callName(call)} of ${phoneName(call, analysis)} is up without sound: ${refused ? 'the answer refuses all media that were offered' : 'offer and answer have no codec in common'}.`,
			advice: 'Compare the m= and a=rtpmap lines of both: let both sides offer Opus or PCMU.',
			evidence: [pair.offer.entry, pair.answer.entry]
		};
	}
};

/**
 * Whether both name a payload type that stands for the same in every description, or prefer the same
 * codec: then their texts need not be read.
 */
function isCommonAtSight({ offer, answer }: SessionPair): boolean {
	const [offered, answered] = [offer.content?.sdp, answer.content?.sdp];
	if (!offered || !answered) return false;
	if (offered.port === 0 || answered.port === 0) return false;
	const { payloadTypes } = answered;
	if (offered.payloadTypes.some((type) => isStaticSpeech(type) && payloadTypes.includes(type)))
		return true;
	return offered.codec === answered.codec && offered.codec !== '';
}

function isStaticSpeech(type: number): boolean {
	const codec = staticPayload(type);
	return codec !== undefined && !isAuxiliary(codec);
}
