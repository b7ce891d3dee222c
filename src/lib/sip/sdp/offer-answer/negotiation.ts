import type { Sdp } from '../sdp.ts';
import { type IceMode, iceMode } from './ice.ts';
import { type NegotiatedMedia, negotiateMedia } from './negotiated-media.ts';
import type { NegotiationProblem } from './negotiation-problem.ts';

/** What an offer and its answer come to (RFC 3264; RFC 9429 for browsers). */
export interface Negotiation {
	/** One for each of the offer's sections, in their order. */
	media: NegotiatedMedia[];
	ice: { offerer: IceMode; answerer: IceMode };
	problems: NegotiationProblem[];
}

/** What the two sides described before, where they did. */
export interface Previous {
	offerer?: Sdp;
	answerer?: Sdp;
}

/** Puts an answer beside its offer. Never throws, whatever the two say. */
export function negotiate(offer: Sdp, answer: Sdp, previous: Previous = {}): Negotiation {
	const problems = sectionProblems(offer, answer);
	const [offered, answered] = [bundleOf(offer), bundleOf(answer)];
	const media = offer.media.map((section, index) =>
		negotiateMedia(
			{
				offered: section,
				answered: answer.media[index],
				previous: {
					offerer: previous.offerer?.media[index],
					answerer: previous.answerer?.media[index]
				},
				bundled: offered.has(section.mid ?? '') && answered.has(section.mid ?? '')
			},
			(problem) => problems.push({ ...problem, section: index })
		)
	);
	if (media.length > 0 && media.every(({ state }) => state !== 'accepted')) {
		problems.push({ code: 'nothing-accepted', source: 'RFC 3264 §6' });
	}
	return { media, ice: { offerer: iceMode(offer), answerer: iceMode(answer) }, problems };
}

function sectionProblems(offer: Sdp, answer: Sdp): NegotiationProblem[] {
	const problems: NegotiationProblem[] = [];
	const [wanted, given] = [offer.media.length, answer.media.length];
	if (wanted !== given) {
		const code = given < wanted ? 'sections-missing' : 'sections-surplus';
		problems.push({ code, side: 'answer', source: 'RFC 3264 §6' });
	}
	const bundle = bundleOf(offer);
	if ([...bundleOf(answer)].some((mid) => !bundle.has(mid))) {
		problems.push({ code: 'bundle-not-offered', side: 'answer', source: 'RFC 9143 §7.3.1' });
	}
	return problems;
}

/** The sections that are to go over one transport. */
function bundleOf({ groups }: Sdp): Set<string> {
	const bundles = groups.filter(({ semantics }) => semantics === 'BUNDLE');
	return new Set(bundles.flatMap(({ mids }) => mids));
}
