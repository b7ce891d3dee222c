import { parseSdp } from '../../sip/sdp/sdp.ts';
import type { Media, MediaEndpoint } from './media.ts';

const OFFERED: readonly Payload[] = [
	{ type: 111, name: 'opus/48000/2', parameters: 'useinbandfec=1' },
	{ type: 126, name: 'telephone-event/8000', parameters: '0-15' }
];
const OPPOSITE = { sendrecv: 'sendrecv', sendonly: 'recvonly', recvonly: 'sendonly' } as const;
/** Of no certificate: a browser takes it, and no connection ever comes about. */
const FINGERPRINT = Array.from({ length: 32 }, (_, index) =>
	index.toString(16).padStart(2, '0').toUpperCase()
).join(':');

interface Payload {
	type: number;
	name: string;
	parameters?: string;
}

/** Descriptions that a browser accepts, without any sound behind them. */
export function signallingMedia(random: () => number): Media {
	return { hearsKeys: false, open: () => new SignallingEndpoint(random) };
}

class SignallingEndpoint implements MediaEndpoint {
	onkey: ((key: string) => void) | undefined;
	held = false;
	#origin: string;
	#secret: string;
	#version = 0;

	constructor(random: () => number) {
		this.#origin = String(Math.floor(random() * 1e15));
		this.#secret = Math.floor(random() * 1e15)
			.toString(36)
			.padStart(24, 'e');
	}

	async answer(offer: string): Promise<string | undefined> {
		const audio = parseSdp(offer).media.find(({ kind }) => kind === 'audio');
		if (!audio) return undefined;
		const payloads = audio.payloads.filter(({ codec }) => /^(opus|telephone-event)$/i.test(codec));
		if (payloads.length === 0) return undefined;
		const mid = /^a=mid:(\S+)/m.exec(offer)?.[1] ?? '0';
		this.held = audio.direction === 'sendonly' || audio.direction === 'inactive';
		const direction = OPPOSITE[audio.direction as keyof typeof OPPOSITE] ?? 'inactive';
		return this.#describe(
			payloads.map(({ type, codec, clockRate, channels }) => ({
				type: Number(type),
				name: [codec, clockRate, ...(channels ? [channels] : [])].join('/')
			})),
			{ mid, direction, setup: 'passive' }
		);
	}

	async offer(): Promise<string> {
		return this.#describe(OFFERED, { mid: '0', direction: 'sendrecv', setup: 'actpass' });
	}

	async accept(answer: string): Promise<boolean> {
		return parseSdp(answer).media.some(({ kind }) => kind === 'audio');
	}

	trickle(): void {}

	hear(): void {}

	close(): void {}

	#describe(
		payloads: readonly Payload[],
		{ mid, direction, setup }: { mid: string; direction: string; setup: string }
	): string {
		const lines = [
			'v=0',
			`o=- ${this.#origin} ${++this.#version} IN IP4 127.0.0.1`,
			's=SmcSip',
			't=0 0',
			`a=group:BUNDLE ${mid}`,
			`m=audio 9 UDP/TLS/RTP/SAVPF ${payloads.map(({ type }) => type).join(' ')}`,
			'c=IN IP4 0.0.0.0',
			`a=mid:${mid}`,
			...payloads.flatMap(({ type, name, parameters }) => [
				`a=rtpmap:${type} ${name}`,
				...(parameters ? [`a=fmtp:${type} ${parameters}`] : [])
			]),
			`a=${direction}`,
			'a=rtcp-mux',
			`a=setup:${setup}`,
			`a=fingerprint:sha-256 ${FINGERPRINT}`,
			`a=ice-ufrag:${this.#secret.slice(-4)}`,
			`a=ice-pwd:${this.#secret}`
		];
		return `${lines.join('\r\n')}\r\n`;
	}
}
