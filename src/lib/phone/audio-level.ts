import { audioContext } from './audio-context.ts';

/** Below this a sound is taken for silence, in dB of full scale. */
const FLOOR = -60;

/** Measures how loud a stream is now. Chromium feeds a remote stream only while an element plays it. */
export class AudioLevel {
	readonly #source: MediaStreamAudioSourceNode;
	readonly #analyser: AnalyserNode;
	readonly #samples: Float32Array<ArrayBuffer>;

	constructor(stream: MediaStream, context: AudioContext = audioContext()) {
		this.#source = context.createMediaStreamSource(stream);
		this.#analyser = context.createAnalyser();
		this.#analyser.fftSize = 1_024;
		this.#samples = new Float32Array(this.#analyser.fftSize);
		this.#source.connect(this.#analyser);
	}

	/** 0 to 1, linear in decibels, as an ear and a meter have it. */
	read(): number {
		this.#analyser.getFloatTimeDomainData(this.#samples);
		return meterLevel(this.#samples);
	}

	close(): void {
		this.#source.disconnect();
	}
}

/** Of samples from -1 to 1: 0 for silence, 1 for full scale. */
export function meterLevel(samples: Float32Array): number {
	let sum = 0;
	for (const sample of samples) sum += sample * sample;
	const decibels = 10 * Math.log10(sum / samples.length);
	return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
}
