import { RTCPeerConnection, RtpHeader, type RTCRtpTransceiver, type RtpPacket } from 'werift';
import type { MediaEndpoint, MediaOptions, Voice } from '../core/media.ts';
import { audioCodecs } from './codecs.ts';
import { ContinuousStream, type StreamPosition } from './continuous-stream.ts';
import * as description from './description.ts';
import { KeyReader } from './key-reader.ts';
import { SoundPlayer } from './sound-player.ts';

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

/** The edge's side of one leg's sound: what a phone says is passed on as it is, keys are read. */
export class WeriftEndpoint implements MediaEndpoint {
	onkey: ((key: string) => void) | undefined;
	readonly #deafUntil: number;
	#peer!: RTCPeerConnection;
	#transceiver!: RTCRtpTransceiver;
	#stream = new ContinuousStream();
	#keys = new KeyReader();
	#codecs: description.Codecs = new Map();
	#listeners = new Set<WeriftEndpoint>();
	#source: WeriftEndpoint | undefined;
	#player: SoundPlayer | undefined;
	#voice: Voice | undefined;
	#soundsPlayed = 0;
	#iceUfrag: string | undefined;
	#session: string | undefined;
	#version = 0;
	#held = false;
	#closed = false;

	constructor({ iceDelay = 0 }: MediaOptions = {}) {
		this.#deafUntil = performance.now() + iceDelay;
		this.#open();
	}

	async answer(offer: string): Promise<string | undefined> {
		const offered = description.describe(offer);
		if (!offered || this.#closed) return undefined;
		this.#held = !offered.listens;
		if (this.#session !== undefined && this.#session !== offered.session) await this.#openAnew();
		this.#session = offered.session;
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

	get held(): boolean {
		return this.#held;
	}

	async offer(): Promise<string> {
		const current = this.#peer.localDescription?.sdp;
		if (current !== undefined) return description.reOffer(current, ++this.#version);
		await this.#peer.setLocalDescription(await this.#peer.createOffer());
		return this.#described();
	}

	async accept(answer: string): Promise<boolean> {
		const answered = description.describe(answer);
		if (!answered) return false;
		this.#held = !answered.listens;
		const isSameTransport = this.#iceUfrag === answered.iceUfrag;
		this.#iceUfrag = answered.iceUfrag;
		this.#session = answered.session;
		if (isSameTransport) return true;
		const sdp = description.withoutHiddenCandidates(answer);
		const accepted = await this.#tried(async () => {
			await this.#peer.setRemoteDescription({ type: 'answer', sdp });
			this.#learnPayloads(answer);
			return true;
		});
		return accepted ?? false;
	}

	/** As an ICE-lite agent the edge answers checks, and makes none: it needs no candidates. */
	trickle(): void {}

	/** Endpoints of one media hear each other; the core mixes no two kinds. */
	hear(voice: Voice | undefined): void {
		if (voice === this.#voice) return;
		this.#voice = voice;
		this.#player?.stop();
		this.#player = undefined;
		if (this.#source) this.#source.#listeners.delete(this);
		this.#source = voice instanceof WeriftEndpoint ? voice : undefined;
		if (this.#source) this.#source.#listeners.add(this);
		this.#play();
	}

	close(): void {
		this.#closed = true;
		this.hear(undefined);
		for (const listener of this.#listeners) listener.hear(undefined);
		void this.#tried(() => this.#peer.close());
	}

	#open(): void {
		this.#peer = new RTCPeerConnection({
			...LOOPBACK,
			codecs: { audio: audioCodecs() },
			iceFilterStunResponse: () => performance.now() >= this.#deafUntil
		});
		this.#transceiver = this.#peer.addTransceiver('audio', { direction: 'sendrecv' });
		const { dtlsTransport } = this.#transceiver;
		dtlsTransport.onRtp.subscribe((packet) => this.#receive(packet));
		dtlsTransport.onStateChange.subscribe(() => this.#play());
	}

	/** The phone goes on in another page: no key and no address of before holds any longer. */
	async #openAnew(): Promise<void> {
		const before = this.#peer;
		this.#open();
		this.#iceUfrag = undefined;
		await this.#tried(() => before.close());
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
		this.#codecs = description.codecsOf(sdp);
	}

	/** Tones begin when there is a way for them: a greeting would be over before. */
	#play(): void {
		const sound = this.#voice;
		if (!sound || !('tones' in sound) || this.#player || !this.#isConnected) return;
		// Each sound is a source of its own, which no phone's is mistaken for.
		const ssrc = -++this.#soundsPlayed;
		this.#player = new SoundPlayer(sound, ({ payload, ...position }) =>
			this.#send('pcmu', { ssrc, ...position }, payload)
		);
	}

	get #isConnected(): boolean {
		return this.#transceiver.dtlsTransport.state === 'connected';
	}

	#receive({ header, payload }: RtpPacket): void {
		const codec = this.#codecs.get(header.payloadType);
		if (codec === 'telephone-event') {
			const key = this.#keys.read(header.timestamp, payload);
			if (key !== undefined) this.onkey?.(key);
		} else if (codec !== undefined && !this.#held) {
			for (const listener of this.#listeners) listener.#send(codec, header, payload);
		}
	}

	#send(codec: string, position: StreamPosition & { marker?: boolean }, payload: Uint8Array): void {
		const { sender, dtlsTransport } = this.#transceiver;
		const payloadType = [...this.#codecs].find(([, name]) => name === codec)?.[0];
		if (payloadType === undefined || this.#held || !this.#isConnected) return;
		const next = new RtpHeader({
			payloadType,
			ssrc: sender.ssrc,
			marker: position.marker ?? false,
			...this.#stream.next(position)
		});
		// Through the sender itself werift would put its own payload type in.
		void dtlsTransport.sendRtp(Buffer.from(payload), next);
	}
}
