import type { Rule } from '../rule.ts';
import { callName, phoneName } from '../words.ts';
import { negotiationOf, sessionPair } from './session-of.ts';

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
		// Two that prefer the same codec agree: their texts need not be read.
		const [offered, answered] = [pair.offer.content?.sdp?.codec, pair.answer.content?.sdp?.codec];
		if (offered === answered && offered !== '') return undefined;
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
