import { isAuxiliary, isTelephoneEvent } from '../codecs.ts';
import { isRtp } from '../fields.ts';
import type { SdpMedia } from '../sdp.ts';
import { type AgreedPayload, agreedPayloads } from './agreed-payloads.ts';
import { type DtlsRoles, dtlsRoles, usesDtls } from './dtls-roles.ts';
import { type Flow, flowOf, isAllowedAnswer } from './flow.ts';
import { isIceRestart, trickles } from './ice.ts';
import type { NegotiationProblem } from './negotiation-problem.ts';

/** What came of one section of an offer. */
export interface NegotiatedMedia {
	/** `audio`, `video`, `application`. */
	kind: string;
	mid?: string;
	/** `withdrawn`: offered with port 0; `unanswered`: the answer has no such section. */
	state: 'accepted' | 'refused' | 'withdrawn' | 'unanswered';
	/** What both sides name, in the answer's order; none where it is not accepted. */
	payloads: AgreedPayload[];
	/** What they talk with: the answer's first choice. */
	codec?: AgreedPayload;
	/** What carries key presses, one for each clock rate. */
	telephoneEvents: AgreedPayload[];
	/** Absent where it is not accepted. */
	flow?: Flow;
	/** Absent without DTLS, and where its roles do not fit. */
	dtls?: DtlsRoles;
	/** RTCP goes over the same port. */
	rtcpMux: boolean;
	/** It goes over the transport of its bundle's first section (RFC 9143). */
	bundled: boolean;
	/** Which sides begin ICE anew, as far as it is known what they said before. */
	iceRestart: { offerer: boolean; answerer: boolean };
}

export type Report = (problem: Omit<NegotiationProblem, 'section'>) => void;

/** One section of an offer, and what belongs to it. */
export interface Exchange {
	offered: SdpMedia;
	answered: SdpMedia | undefined;
	/** What the two sides said of it before. */
	previous: { offerer: SdpMedia | undefined; answerer: SdpMedia | undefined };
	/** Both sides name it in a bundle. */
	bundled: boolean;
}

export function negotiateMedia(exchange: Exchange, report: Report): NegotiatedMedia {
	const { offered, answered, bundled } = exchange;
	const state = stateOf(exchange);
	const negotiated: NegotiatedMedia = {
		kind: offered.kind,
		mid: offered.mid,
		state,
		payloads: [],
		telephoneEvents: [],
		rtcpMux: false,
		bundled: state === 'accepted' && bundled,
		iceRestart: { offerer: false, answerer: false }
	};
	if (answered && state === 'withdrawn' && answered.port > 0) {
		report({ code: 'withdrawn-accepted', side: 'answer', source: 'RFC 3264 §6' });
	}
	if (!answered || state !== 'accepted') return negotiated;
	checkForm(offered, answered, report);
	return {
		...negotiated,
		...agreeOnCodecs(offered, answered, report),
		...agreeOnTransport(offered, answered, report),
		flow: flowOf(offered, answered),
		iceRestart: agreeOnRestart(exchange, answered, report)
	};
}

function stateOf({ offered, answered, bundled }: Exchange): NegotiatedMedia['state'] {
	if (answered === undefined) return 'unanswered';
	const isOffered = offered.port > 0 || (offered.bundleOnly && bundled);
	if (!isOffered) return offered.bundleOnly ? 'refused' : 'withdrawn';
	return answered.port > 0 ? 'accepted' : 'refused';
}

/** An answer's section is of its offer's kind, and says no more than that lets it. */
function checkForm(offered: SdpMedia, answered: SdpMedia, report: Report): void {
	if (offered.kind !== answered.kind)
		report({ code: 'kind-changed', side: 'answer', source: 'RFC 3264 §6' });
	if (profileOf(offered) !== profileOf(answered)) {
		report({ code: 'protocol-changed', side: 'answer', source: 'RFC 3264 §6' });
	}
	if (!isAllowedAnswer(offered.direction, answered.direction)) {
		report({ code: 'direction-not-allowed', side: 'answer', source: 'RFC 3264 §6.1' });
	}
}

/** `RTP/SAVPF`: how it gets there may be written or not (RFC 9429 §5.1.2). */
function profileOf({ protocol }: SdpMedia): string {
	return protocol.replace(/^(?:UDP|TCP)\/D?TLS\//, '');
}

type Codecs = Pick<NegotiatedMedia, 'payloads' | 'codec' | 'telephoneEvents'>;

function agreeOnCodecs(offered: SdpMedia, answered: SdpMedia, report: Report): Codecs {
	const payloads = agreedPayloads(offered, answered);
	const codec = payloads.find((agreed) => !isAuxiliary(agreed.answered));
	if (codec === undefined && isRtp(offered.protocol)) {
		report({ code: 'no-common-codec', source: 'RFC 3264 §6.1' });
	}
	const telephoneEvents = payloads.filter((agreed) => isTelephoneEvent(agreed.answered));
	return { payloads, codec, telephoneEvents };
}

type Transport = Pick<NegotiatedMedia, 'dtls' | 'rtcpMux'>;

function agreeOnTransport(offered: SdpMedia, answered: SdpMedia, report: Report): Transport {
	const secured = usesDtls(offered) || usesDtls(answered);
	const { roles, problems } = secured ? dtlsRoles(offered, answered) : { problems: [] };
	problems.forEach(report);
	const rtcpMux = offered.rtcpMux && answered.rtcpMux;
	// Browsers say that they need it in the API, not in the description.
	if (offered.rtcpMux && !rtcpMux && (secured || offered.rtcpMuxOnly)) {
		report({ code: 'rtcp-mux-refused', side: 'answer', source: 'RFC 8834 §4.5' });
	}
	checkIce(offered, answered, secured, report);
	return { dtls: roles, rtcpMux };
}

/** A browser sends nothing to who does not prove by ICE that it wants it (RFC 8835 §3.4). */
function checkIce(offered: SdpMedia, answered: SdpMedia, secured: boolean, report: Report): void {
	if (offered.iceUfrag === undefined) return;
	if (answered.iceUfrag === undefined) {
		if (secured) report({ code: 'ice-not-answered', side: 'answer', source: 'RFC 8835 §3.4' });
		return;
	}
	const sides = [offered, answered];
	if (sides.every((media) => media.candidates.length === 0 && !trickles(media))) {
		report({ code: 'candidates-missing', source: 'RFC 8839 §4.2.1' });
	}
}

function agreeOnRestart(
	{ offered, previous }: Exchange,
	answered: SdpMedia,
	report: Report
): NegotiatedMedia['iceRestart'] {
	const offerer = previous.offerer !== undefined && isIceRestart(previous.offerer, offered);
	const answerer = previous.answerer !== undefined && isIceRestart(previous.answerer, answered);
	if (offerer && !answerer && previous.answerer) {
		report({ code: 'ice-restart-not-answered', side: 'answer', source: 'RFC 8839 §4.4.1.1.1' });
	}
	if (answerer && !offerer && previous.offerer) {
		report({ code: 'ice-restart-not-offered', side: 'answer', source: 'RFC 8839 §4.4.1.1.1' });
	}
	return { offerer, answerer };
}
