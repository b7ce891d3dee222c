import type { SdpProblemCode } from '../../sip/sdp/problem.ts';
import type { Sdp } from '../../sip/sdp/sdp.ts';
import type { ProblemText } from './problem-text.ts';

const TEXTS: Readonly<Record<SdpProblemCode, string>> = {
	'line-malformed': 'No field of a description',
	'line-repeated': 'There is such a line already; the first counts',
	'line-misplaced': 'Not the place of such a line',
	'version-missing': 'No v= line begins it',
	'version-unsupported': 'The version is not 0',
	'origin-missing': 'No o= line says whose session it is',
	'origin-malformed': 'The origin is malformed',
	'name-missing': 'No s= line',
	'timing-missing': 'No t= line',
	'timing-malformed': 'The time is malformed',
	'connection-malformed': 'The address is malformed',
	'connection-missing': 'No c= line says where this section is',
	'bandwidth-malformed': 'The bandwidth is malformed',
	'media-malformed': 'The first line of a section is malformed',
	'attribute-malformed': 'The attribute is malformed',
	'attribute-repeated': 'The attribute is there already; the first counts',
	'payload-malformed': 'The codec is malformed',
	'payload-unnamed': 'No a=rtpmap names a dynamic payload type',
	'candidate-malformed': 'The candidate is malformed',
	'ice-credentials-malformed': 'Too short, too long, or not of the characters of ICE',
	'ice-credentials-missing': 'Candidates without ice-ufrag and ice-pwd',
	'fingerprint-malformed': 'The fingerprint is malformed',
	'setup-malformed': 'No such role',
	'mid-repeated': 'Another section has this mid',
	'group-unresolved': 'The group names a section that is not there'
};

/** What is wrong with a description, in words, with the line that each is about. */
export function sdpProblemTexts({ problems }: Sdp, text: string): ProblemText[] {
	return problems.map(({ code, offset, length, source }) => ({
		text: TEXTS[code],
		source,
		...(length > 0 && { line: text.slice(offset, offset + length) })
	}));
}
