import { codecName } from '../codecs.ts';
import type { SdpMedia, SdpPayload } from '../sdp.ts';

/** One codec that both sides name, each with a payload type of its own. */
export interface AgreedPayload {
	/** What the answerer sends it as. */
	offered: SdpPayload;
	/** What the offerer sends it as. */
	answered: SdpPayload;
}

/**
 * What both sides name, in the answer's order of preference. A codec is the same by name, clock rate
 * and channels; whether its parameters go together only the codec can tell (RFC 3264 §6.1).
 */
export function agreedPayloads(offer: SdpMedia, answer: SdpMedia): AgreedPayload[] {
	const offered = new Map<string, SdpPayload>();
	for (const payload of offer.payloads) {
		const key = keyOf(payload);
		if (!offered.has(key)) offered.set(key, payload);
	}
	return answer.payloads.flatMap((answered) => {
		const same = offered.get(keyOf(answered));
		return same ? [{ offered: same, answered }] : [];
	});
}

/** What a codec is known by; a payload type that nothing names is only itself. */
function keyOf(payload: SdpPayload): string {
	const name = codecName(payload);
	if (name === '') return String(payload.type);
	// Opus always has two, whatever is written (RFC 7587 §7).
	const channels = name === 'opus' ? 2 : (payload.channels ?? 1);
	return `${name}/${payload.clockRate}/${channels}`;
}
