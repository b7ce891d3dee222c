import type { SdpCandidate } from './candidate.ts';
import { type SdpPayload, isTelephoneEvent, payloadsOf } from './codecs.ts';
import { checkDescription } from './conformance.ts';
import type { SdpFingerprint, SdpSetup } from './dtls.ts';
import { type MediaField, type SdpBandwidth, type SdpOrigin } from './fields.ts';
import type { SdpGroup } from './grouping.ts';
import { type SdpLine, splitLines } from './line.ts';
import type { SdpProblem } from './problem.ts';
import { type Report, readSection } from './read-section.ts';
import type { SdpRtcp } from './rtcp.ts';
import type { SdpDirection, Section } from './section.ts';
import type { SdpSource } from './sources.ts';

export type { SdpCandidate } from './candidate.ts';
export type { SdpPayload } from './codecs.ts';
export type { SdpOrigin } from './fields.ts';
export type { SdpDirection } from './section.ts';

/** A session description (RFC 8866): what a side can send and receive, and where. */
export interface Sdp {
	origin?: SdpOrigin;
	/** Of the `s=` line; `''` where it has none. */
	name: string;
	/** Of the `t=` lines: `0 0` where the session has no end. */
	times: readonly string[];
	/** Says that this side answers checks, but begins none (RFC 8445 §2.5). */
	iceLite: boolean;
	groups: readonly SdpGroup[];
	bandwidth: readonly SdpBandwidth[];
	/** What is said for the sections that do not say it themselves, and is in each of them. */
	shared: SdpShared;
	/** In order of their `m=` lines: an answer has one for each of the offer's (RFC 3264 §6). */
	media: SdpMedia[];
	/** Lines before the first `m=` of which nothing here tells, as they came. */
	others: readonly SdpLine[];
	/** In order of offset. */
	problems: readonly SdpProblem[];
}

/** What a session may say for all its sections. */
export interface SdpShared {
	direction?: SdpDirection;
	/** Address of the `c=` line. */
	address?: string;
	iceUfrag?: string;
	icePwd?: string;
	/** `trickle`, `ice2`, `renomination`. */
	iceOptions?: readonly string[];
	endOfCandidates?: boolean;
	fingerprints: readonly SdpFingerprint[];
	setup?: SdpSetup;
}

/** One `m=` section. */
export interface SdpMedia extends MediaField, SdpShared {
	/** `a=mid`: the name by which groups and ICE candidates mean this section. */
	mid?: string;
	/** In order of preference. */
	payloads: SdpPayload[];
	/** Milliseconds of sound in a packet. */
	ptime?: number;
	maxptime?: number;
	bandwidth: readonly SdpBandwidth[];
	direction: SdpDirection;
	iceOptions: readonly string[];
	candidates: readonly SdpCandidate[];
	endOfCandidates: boolean;
	rtcp?: SdpRtcp;
	/** Whether RTCP can go over the same port (RFC 5761). */
	rtcpMux: boolean;
	/** Whether it can go nowhere else (RFC 8858). */
	rtcpMuxOnly: boolean;
	/** Port 0 then means that this goes over another section's transport (RFC 9143 §6). */
	bundleOnly: boolean;
	sources: readonly SdpSource[];
	/** Lines of which nothing here tells, as they came. */
	others: readonly SdpLine[];
}

/**
 * Reads a description. Never throws and never loses: of each line either a member tells, or it is in
 * `others`; what its grammar does not allow is among the problems.
 */
export function parseSdp(text: string): Sdp {
	const problems: SdpProblem[] = [];
	const report: Report = (code, { offset, length }, source) =>
		problems.push({ code, offset, length, source });
	const [first = [], ...rest] = sectionsOf(splitLines(text));
	const session = readSection('session', first, report);
	const sections = rest.map((lines) => readSection('media', lines, report));
	checkDescription(session, sections, report);
	return {
		origin: session.origin,
		name: session.name ?? '',
		times: session.times,
		iceLite: session.iceLite ?? false,
		groups: session.groups,
		bandwidth: session.bandwidth,
		shared: sharedOf(session),
		media: sections.map((section) => mediaOf(section, session)),
		others: session.others,
		problems: problems.sort((a, b) => a.offset - b.offset)
	};
}

/** The session's lines, then those of each `m=` section. */
function sectionsOf(lines: readonly SdpLine[]): SdpLine[][] {
	let section: SdpLine[] = [];
	const sections = [section];
	for (const line of lines) {
		if (line.type === 'm') sections.push((section = []));
		section.push(line);
	}
	return sections;
}

function sharedOf(session: Section): SdpShared {
	return {
		direction: session.direction,
		address: session.address,
		iceUfrag: session.iceUfrag,
		icePwd: session.icePwd,
		iceOptions: session.iceOptions,
		endOfCandidates: session.endOfCandidates,
		fingerprints: session.fingerprints,
		setup: session.setup
	};
}

function mediaOf(section: Section, session: Section): SdpMedia {
	const { kind, port, protocol, formats } = section.media ?? NO_MEDIA;
	const own = section.fingerprints;
	return {
		kind,
		port,
		protocol,
		formats,
		mid: section.mid,
		payloads: payloadsOf(formats, section.codecs, section.parameters),
		ptime: section.ptime,
		maxptime: section.maxptime,
		bandwidth: section.bandwidth,
		direction: section.direction ?? session.direction ?? 'sendrecv',
		address: section.address ?? session.address,
		iceUfrag: section.iceUfrag ?? session.iceUfrag,
		icePwd: section.icePwd ?? session.icePwd,
		iceOptions: section.iceOptions ?? session.iceOptions ?? [],
		candidates: section.candidates,
		endOfCandidates: section.endOfCandidates ?? session.endOfCandidates ?? false,
		fingerprints: own.length > 0 ? own : session.fingerprints,
		setup: section.setup ?? session.setup,
		rtcp: section.rtcp,
		rtcpMux: section.rtcpMux ?? false,
		rtcpMuxOnly: section.rtcpMuxOnly ?? false,
		bundleOnly: section.bundleOnly ?? false,
		sources: [...section.sources.values()],
		others: section.others
	};
}

const NO_MEDIA: MediaField = { kind: '', port: 0, protocol: '', formats: [] };

/** The payload types that carry key presses, one for each clock rate (RFC 4733). */
export function telephoneEvents({ payloads }: SdpMedia): SdpPayload[] {
	return payloads.filter(isTelephoneEvent);
}
