import {
	RTCPeerConnection,
	RTCRtpCodecParameters,
	RtpHeader,
	type RTCRtpTransceiver,
	type RtpPacket
} from 'werift';
import type { MediaEndpoint } from '../core/media.ts';
import { ContinuousStream } from './continuous-stream.ts';
import * as description from './description.ts';
import { KeyReader } from './key-reader.ts';

const ADDRESS = '127.0.0.1';

/**
 * Nothing leaves the machine: no STUN server, one candidate, on the loopback interface. A browser
 * reaches it from whatever address it has, so the address of its checks must not be filtered.
 * Tried with Chromium: without a flag it hides its addresses behind mDNS names (test tone), or
 * shows those of its network alone (microphone granted), and both work. On a machine without any
 * network it has no address and sends no check, unless it is started with
 * `--allow-loopback-in-peer-connection`.
 */
const LOOPBACK = {
	iceServers: [],
	iceLite: true,
	iceUseIpv4: false,
	iceUseIpv6: false,
	iceAdditionalHostAddresses: [ADDRESS],
	iceInterfaceAddresses: { udp4: ADDRESS }
};

/** The edge's side of one leg's sound: opus is passed on as it is, keys are read. */
export class WeriftEndpoint implements MediaEndpoint {
	onkey: ((key: string) => void) | undefined;
	#peer = new RTCPeerConnection({ ...LOOPBACK, codecs: { audio: codecs() } });
	#transceiver: RTCRtpTransceiver;
	#stream = new ContinuousStream();
	#keys = new KeyReader();
	#keyTypes: number[] = [];
	#opus: number | undefined;
	#listeners = new Set<WeriftEndpoint>();
	#source: WeriftEndpoint | undefined;
	#iceUfrag: string | undefined;
	#version = 0;
	#held = false;
	#closed = false;

	constructor() {
		this.#transceiver = this.#peer.addTransceiver('audio', { direction: 'sendrecv' });
		this.#transceiver.dtlsTransport.onRtp.subscribe((packet) => this.#receive(packet));
	}

	async answer(offer: string): Promise<string | undefined> {
		const offered = description.describe(offer);
		if (!offered || this.#closed) return undefined;
		this.#held = !offered.listens;
		const before = this.#iceUfrag;
		this.#iceUfrag = offered.iceUfrag;
		const current = this.#peer.localDescription?.sdp;
		if (current !== undefined && before === offered.iceUfrag) {
			return description.reAnswer(current, ++this.#version, offered.listens);
		}
		const answer = await this.#tried(() => this.#negotiate(offer));
		if (answer !== undefined && before !== undefined) this.#restartIce();
		return answer;
	}

	async offer(): Promise<string> {
		await this.#peer.setLocalDescription(await this.#peer.createOffer());
		return this.#described();
	}

	async accept(answer: string): Promise<boolean> {
		const answered = description.describe(answer);
		if (!answered) return false;
		this.#iceUfrag = answered.iceUfrag;
		const sdp = description.withoutHiddenCandidates(answer);
		const accepted = await this.#tried(async () => {
			await this.#peer.setRemoteDescription({ type: 'answer', sdp });
			this.#learnPayloads(answer);
			return true;
		});
		return accepted ?? false;
	}

	/** Endpoints of one media hear each other; the core mixes no two kinds. */
	hear(source: MediaEndpoint | undefined): void {
		if (this.#source) this.#source.#listeners.delete(this);
		this.#source = source instanceof WeriftEndpoint ? source : undefined;
		if (this.#source) this.#source.#listeners.add(this);
	}

	close(): void {
		this.#closed = true;
		this.hear(undefined);
		for (const listener of this.#listeners) listener.hear(undefined);
		void this.#tried(() => this.#peer.close());
	}

	async #negotiate(offer: string): Promise<string> {
		const sdp = description.withoutHiddenCandidates(offer);
		await this.#peer.setRemoteDescription({ type: 'offer', sdp });
		const answer = await this.#peer.createAnswer();
		await this.#peer.setLocalDescription({
			type: 'answer',
			sdp: description.asDtlsServer(answer.sdp)
		});
		const local = this.#described();
		this.#learnPayloads(local);
		return local;
	}

	#described(): string {
		return this.#peer.localDescription?.sdp ?? '';
	}

	/** werift throws at a description that it cannot use: for us that is an answer, not an accident. */
	async #tried<T>(negotiate: () => Promise<T>): Promise<T | undefined> {
		try {
			return await negotiate();
		} catch {
			return undefined;
		}
	}

	/** DTLS lives on through an ICE restart, and so werift does not start ICE anew by itself. */
	#restartIce(): void {
		const { dtlsTransport } = this.#transceiver;
		if (dtlsTransport.state === 'connected')
			void this.#tried(() => dtlsTransport.iceTransport.start());
	}

	#learnPayloads(sdp: string): void {
		this.#opus = description.payloadTypeOf(sdp, /^opus$/i);
		this.#keyTypes = description.keyPayloadTypes(sdp);
	}

	#receive(packet: RtpPacket): void {
		const { payloadType, timestamp } = packet.header;
		if (this.#keyTypes.includes(payloadType)) {
			const key = this.#keys.read(timestamp, packet.payload);
			if (key !== undefined) this.onkey?.(key);
		} else if (payloadType === this.#opus && !this.#held) {
			for (const listener of this.#listeners) listener.#send(packet);
		}
	}

	#send({ header, payload }: RtpPacket): void {
		const { sender, dtlsTransport } = this.#transceiver;
		if (this.#opus === undefined || this.#held || dtlsTransport.state !== 'connected') return;
		const next = new RtpHeader({
			payloadType: this.#opus,
			ssrc: sender.ssrc,
			marker: header.marker,
			...this.#stream.next(header)
		});
		// Through the sender itself werift would put its own payload type in.
		void dtlsTransport.sendRtp(payload, next);
	}
}

function codecs(): RTCRtpCodecParameters[] {
	return [
		new RTCRtpCodecParameters({
			mimeType: 'audio/opus',
			clockRate: 48_000,
			channels: 2,
			payloadType: 111,
			parameters: 'minptime=10;useinbandfec=1'
		}),
		new RTCRtpCodecParameters({
			mimeType: 'audio/telephone-event',
			clockRate: 8000,
			payloadType: 126,
			parameters: '0-15'
		}),
		new RTCRtpCodecParameters({
			mimeType: 'audio/telephone-event',
			clockRate: 48_000,
			payloadType: 110,
			parameters: '0-15'
		})
	];
}
