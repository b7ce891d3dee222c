import type { Sound, Tone } from '../core/sounds.ts';

/** Samples a second of PCMU (RFC 3551 §4.5.14), one byte each. */
export const PCMU_RATE = 8000;

const LOUDEST = 32_635;
const BIAS = 132;
/** A quarter of the loudest for each frequency: two together stay far from clipping. */
const AMPLITUDE = LOUDEST / 4;
/** A tone swells and fades within 5 ms, so that it does not click. */
const FADE = PCMU_RATE / 200;

const encoded = new WeakMap<Sound, Uint8Array>();

/** A sound as PCMU, once; encoded when it is first asked for. */
export function pcmuOf(sound: Sound): Uint8Array {
	const known = encoded.get(sound);
	if (known) return known;
	const bytes = Uint8Array.from(sound.tones.flatMap(samplesOf), mulaw);
	encoded.set(sound, bytes);
	return bytes;
}

/** ITU-T G.711 μ-law: sign, three bits of exponent, four of mantissa, all inverted. */
export function mulaw(sample: number): number {
	const magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
	const exponent = 31 - Math.clz32(magnitude) - 7;
	const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
	return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

function samplesOf({ frequencies, milliseconds }: Tone): number[] {
	const length = Math.round((milliseconds * PCMU_RATE) / 1000);
	return Array.from({ length }, (_, at) => {
		const swell = Math.min(1, at / FADE, (length - at) / FADE);
		const waves = frequencies.map((hertz) => Math.sin((2 * Math.PI * hertz * at) / PCMU_RATE));
		return Math.round(waves.reduce((sum, wave) => sum + wave, 0) * AMPLITUDE * swell);
	});
}
