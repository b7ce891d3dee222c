import type { SdpCandidate } from './candidate.ts';
import type { SdpFingerprint, SdpSetup } from './dtls.ts';
import type { MediaField, SdpBandwidth, SdpOrigin } from './fields.ts';
import type { SdpGroup } from './grouping.ts';
import type { SdpLine } from './line.ts';
import type { SdpRtcp } from './rtcp.ts';
import type { SdpSource } from './sources.ts';
import type { Codec } from './static-payloads.ts';
import { numberOf } from './words.ts';

/** As the describing side sees it (RFC 8866 §6.7). */
export type SdpDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/**
 * What the session says for all its sections of media, or one section for itself. Of what is said
 * twice, the first counts.
 */
export class Section {
	/** All there are, in order. */
	readonly lines: readonly SdpLine[];
	/** Of the `v=` line. */
	version?: string;
	origin?: SdpOrigin;
	name?: string;
	/** Of the `t=` lines. */
	readonly times: string[] = [];
	media?: MediaField;
	/** Of the `c=` line. */
	address?: string;
	direction?: SdpDirection;
	readonly bandwidth: SdpBandwidth[] = [];
	readonly codecs = new Map<number, Codec>();
	readonly parameters = new Map<number, string>();
	ptime?: number;
	maxptime?: number;
	mid?: string;
	readonly groups: SdpGroup[] = [];
	iceLite?: true;
	iceUfrag?: string;
	icePwd?: string;
	iceOptions?: string[];
	readonly candidates: SdpCandidate[] = [];
	endOfCandidates?: true;
	readonly fingerprints: SdpFingerprint[] = [];
	setup?: SdpSetup;
	rtcp?: SdpRtcp;
	rtcpMux?: true;
	rtcpMuxOnly?: true;
	bundleOnly?: true;
	readonly sources = new Map<number, SdpSource>();
	/** Lines of which nothing here tells: attributes that are not read, and what cannot be read. */
	readonly others: SdpLine[] = [];

	#listed: ReadonlySet<number> | undefined;

	constructor(lines: readonly SdpLine[]) {
		this.lines = lines;
	}

	/** Whether the `m=` line lists that payload type. */
	lists(type: number): boolean {
		this.#listed ??= new Set(
			this.media?.formats.map((format) => numberOf(format, 0, format.length))
		);
		return this.#listed.has(type);
	}
}
