import type { DigestNote, DigestVerdict } from '../../sip/digest/verdict.ts';

export interface VerdictWords {
	tone: 'good' | 'bad' | 'unknown';
	title: string;
	/** Why, and what to do. */
	more: string[];
}

const NOTES: Readonly<Record<DigestNote, string>> = {
	'uri-is-not-request-uri':
		'The digested URI is not the request’s, as RFC 3261 §22.4 wants. The SDK always digests sip: and its domain, and RingCentral’s edge takes that.',
	'no-qop':
		'Without quality of protection (qop), nothing guards against a replay. The SDK does so (RFC 2069).',
	refused:
		'The server refused it all the same: it expects another password, or none of this user’s.'
};

/** A verdict in words. */
export function verdictWords(verdict: DigestVerdict): VerdictWords {
	switch (verdict.verdict) {
		case 'right':
			return {
				tone: verdict.notes.includes('refused') ? 'bad' : 'good',
				title: 'The password is the one that was used',
				more: verdict.notes.map((note) => NOTES[note])
			};
		case 'wrong-password':
			return bad(
				'Another password was used',
				'No realm and no URI that is known here explains the response: it was computed with another password, or another user’s name.'
			);
		case 'wrong-realm':
			return bad(
				'The password is right, the realm is wrong',
				verdict.digested === verdict.told
					? `It says realm “${verdict.told}”, the server asked for “${verdict.asked ?? ''}”.`
					: `Realm “${verdict.digested}” was digested, “${verdict.told}” is told${
							verdict.asked === undefined ? '' : `, “${verdict.asked}” was asked for`
						}.`
			);
		case 'wrong-uri':
			return bad(
				'The password is right, the URI is wrong',
				`“${verdict.digested}” was digested, “${verdict.told}” is told.`
			);
		case 'stale-nonce':
			return bad(
				'The password is right, the nonce is stale',
				'It answers a nonce that the server does not take any more; it has to be computed anew with the one of the last challenge.'
			);
		case 'unsupported-scheme':
			return unknown(`No digest: ${verdict.scheme || 'no scheme'}`);
		case 'unsupported-algorithm':
			return unknown(`The algorithm ${verdict.algorithm} is not known here`);
		case 'unsupported-qop':
			return unknown(`The quality of protection ${verdict.qop} is not known here`);
		case 'incomplete':
			return unknown(`It cannot be computed without ${verdict.missing.join(', ')}`);
	}
}

function bad(title: string, more: string): VerdictWords {
	return { tone: 'bad', title, more: [more] };
}

function unknown(title: string): VerdictWords {
	return { tone: 'unknown', title, more: [] };
}
