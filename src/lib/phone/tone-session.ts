import type { WebRtcSession } from 'ringcentral-web-phone/types';
import { audioContext } from './audio-context.ts';

/** As long as the SDK itself waits; what is found later is not offered. */
const GATHERING_TIME = 2_000;

const LOUDNESS = 0.1;

export interface ToneSessionOptions {
	stunServers: readonly string[];
	/** The tone's pitch in hertz, so that two phones in one room are told apart. */
	frequency: number;
	outputDeviceId?: string;
}

/**
 * The SDK's media side with a test tone in place of a microphone: no permission is asked for, and the
 * tone swells and fades each second, so that one hears and sees that audio flows.
 */
export class ToneSession implements WebRtcSession {
	readonly connection: RTCPeerConnection;
	readonly #audio = document.createElement('audio');
	readonly #tone: Tone;

	constructor({ stunServers, frequency, outputDeviceId }: ToneSessionOptions) {
		this.connection = new RTCPeerConnection({
			iceServers: stunServers.map((server) => ({ urls: `stun:${server}` }))
		});
		this.#tone = startTone(audioContext(), frequency);
		this.connection.addTrack(this.#tone.track, this.#tone.stream);
		this.#audio.autoplay = true;
		this.connection.addEventListener('track', ({ track, streams }) => {
			this.#audio.srcObject = streams[0] ?? new MediaStream([track]);
		});
		if (outputDeviceId !== undefined) void this.changeOutputDevice(outputDeviceId);
	}

	async createOffer(options?: { iceRestart?: boolean }): Promise<string> {
		await this.connection.setLocalDescription(await this.connection.createOffer(options));
		return this.#gatheredDescription();
	}

	async createAnswer(offer: string): Promise<string> {
		await this.connection.setRemoteDescription({ type: 'offer', sdp: offer });
		await this.connection.setLocalDescription(await this.connection.createAnswer());
		return this.#gatheredDescription();
	}

	async applyAnswer(answer: string): Promise<void> {
		await this.connection.setRemoteDescription({ type: 'answer', sdp: answer });
	}

	changeInputDevice(): Promise<void> {
		return Promise.reject(new Error('A test tone has no microphone to change.'));
	}

	async changeOutputDevice(deviceId: string): Promise<void> {
		await this.#audio.setSinkId(deviceId);
	}

	setMuted(muted: boolean): void {
		this.#tone.track.enabled = !muted;
	}

	/** As telephone-events (RFC 4733). Throws where the other side does not take them. */
	sendDtmf(tones: string, duration?: number, interToneGap?: number): void {
		const sender = this.connection.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF);
		if (!sender?.dtmf) throw new Error('The other side did not agree to telephone-event.');
		sender.dtmf.insertDTMF(tones, duration, interToneGap);
	}

	dispose(): void {
		this.connection.close();
		this.#tone.stop();
		this.#audio.srcObject = null;
	}

	async #gatheredDescription(): Promise<string> {
		if (this.connection.iceGatheringState !== 'complete') await gathered(this.connection);
		return this.connection.localDescription?.sdp ?? '';
	}
}

function gathered(connection: RTCPeerConnection): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			connection.removeEventListener('icegatheringstatechange', onchange);
			resolve();
		};
		const onchange = () => {
			if (connection.iceGatheringState === 'complete') done();
		};
		const timer = setTimeout(done, GATHERING_TIME);
		connection.addEventListener('icegatheringstatechange', onchange);
	});
}

interface Tone {
	stream: MediaStream;
	track: MediaStreamTrack;
	stop(): void;
}

function startTone(context: AudioContext, frequency: number): Tone {
	const voice = new OscillatorNode(context, { frequency });
	const loudness = new GainNode(context, { gain: LOUDNESS });
	const swell = new OscillatorNode(context, { frequency: 1 });
	const swellDepth = new GainNode(context, { gain: LOUDNESS * 0.8 });
	const output = context.createMediaStreamDestination();
	swell.connect(swellDepth).connect(loudness.gain);
	voice.connect(loudness).connect(output);
	voice.start();
	swell.start();
	const [track] = output.stream.getAudioTracks();
	if (!track) throw new Error('A MediaStreamDestination has one audio track.');
	return {
		stream: output.stream,
		track,
		stop() {
			voice.stop();
			swell.stop();
			track.stop();
		}
	};
}
