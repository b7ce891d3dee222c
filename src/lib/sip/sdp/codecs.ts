import { type Codec, staticPayload } from './static-payloads.ts';
import { numberOf, wordsOf } from './words.ts';

/** What one payload type of a section stands for. */
export interface SdpPayload extends Codec {
	type: number;
	/** Of `a=fmtp`, as written: `minptime=10;useinbandfec=1`. */
	parameters?: string;
}

/** `a=rtpmap:111 opus/48000/2` (RFC 8866 §6.6). */
export interface Rtpmap extends Codec {
	type: number;
}

/** Reads the value of `a=rtpmap`; `undefined` where it names no codec. */
export function parseRtpmap(value: string): Rtpmap | undefined {
	const type = numberOf(value, 0, value.length);
	const [codec = '', clockRate = '', channels = ''] = wordsOf(value)[1]?.split('/') ?? [];
	if (type < 0 || codec === '') return undefined;
	const rate = numberOf(clockRate, 0, clockRate.length);
	const count = numberOf(channels, 0, channels.length);
	return { type, codec, clockRate: Math.max(0, rate), channels: count < 0 ? undefined : count };
}

/** Whether a value that could be read keeps to the grammar. */
export function isSoundRtpmap(value: string): boolean {
	return /^\d{1,3} [^\s/]+\/\d{1,9}(?:\/[^\s/]+)?$/.test(value);
}

/** Reads the value of `a=fmtp`, `111 minptime=10` (RFC 8866 §6.15). */
export function parseFmtp(value: string): [type: number, parameters: string] | undefined {
	const type = numberOf(value, 0, value.length);
	const [, parameters] = /^\S+[ \t]+(.+)$/.exec(value) ?? [];
	return type < 0 || parameters === undefined ? undefined : [type, parameters];
}

/** The payload types of an `m=` line, in its order, with what the section says of each. */
export function payloadsOf(
	formats: readonly string[],
	codecs: ReadonlyMap<number, Codec>,
	parameters: ReadonlyMap<number, string>
): SdpPayload[] {
	const payloads: SdpPayload[] = [];
	for (const format of formats) {
		const type = numberOf(format, 0, format.length);
		if (type < 0) continue;
		const { codec, clockRate, channels } = codecs.get(type) ?? staticPayload(type) ?? UNNAMED;
		payloads.push({ type, codec, clockRate, channels, parameters: parameters.get(type) });
	}
	return payloads;
}

const UNNAMED: Codec = { codec: '', clockRate: 0 };

/** A codec's name in lower case: letter case makes no difference (RFC 8866 §6.6). */
export function codecName({ codec }: Pick<Codec, 'codec'>): string {
	return codec.toLowerCase();
}

/** Whether these are key presses (RFC 4733). */
export function isTelephoneEvent(payload: Codec): boolean {
	return codecName(payload) === 'telephone-event';
}

/** What goes along with a codec but is none to talk with: key presses, silence, redundancy. */
export function isAuxiliary(payload: Pick<Codec, 'codec'>): boolean {
	return AUXILIARY.has(codecName(payload));
}

const AUXILIARY: ReadonlySet<string> = new Set([
	'telephone-event',
	'cn',
	'red',
	'rtx',
	'ulpfec',
	'flexfec-03'
]);
