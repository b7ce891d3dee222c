/** Frequencies that sound together, or none: silence. */
export interface Tone {
	/** In Hz. */
	frequencies: readonly number[];
	milliseconds: number;
}

/** What the edge itself lets a phone hear: tones, since it has no voice. */
export interface Sound {
	readonly tones: readonly Tone[];
	/** From the beginning again, for as long as somebody listens. */
	readonly repeats: boolean;
}

/** Rows and columns of a telephone's keys (ITU-T Q.23), in Hz. */
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];

/** The callee is being called: as North America hears it, two seconds in six. */
export const RINGBACK = repeating([tone(2000, 440, 480), silence(4000)]);

/** Somebody picked up and speaks: a rise, as of a question. */
export const GREETING = once([tone(150, 523), tone(150, 659), tone(300, 784), silence(200)]);

/** After the greeting, a beep: leave a message. */
export const VOICEMAIL_GREETING = once([...GREETING.tones, silence(500), tone(500, 1000)]);

/** Choose a key. */
export const PROMPT = repeating([tone(120, 880), silence(80), tone(120, 880), silence(3000)]);

/** On hold, or parked: the beginning of Beethoven's Ode to Joy. */
export const MUSIC = repeating(
	[330, 330, 349, 392, 392, 349, 330, 294, 262, 262, 294, 330, 330, 294, 294].flatMap(
		(frequency) => [tone(320, frequency), silence(40)]
	)
);

/** As a telephone sounds when these keys are pressed; what is no key is left out. */
export function keyTones(keys: string): Sound {
	return once([...keys].flatMap((key) => [...keyTone(key), silence(100)]));
}

/** How long it sounds once, in milliseconds. */
export function durationOf({ tones }: Sound): number {
	return tones.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

function keyTone(key: string): Tone[] {
	const row = KEYS.findIndex((keys) => keys.includes(key));
	const high = COLUMNS[KEYS[row]?.indexOf(key) ?? 0];
	const low = ROWS[row];
	return low === undefined || high === undefined ? [] : [tone(150, low, high)];
}

function tone(milliseconds: number, ...frequencies: number[]): Tone {
	return { frequencies, milliseconds };
}

function silence(milliseconds: number): Tone {
	return tone(milliseconds);
}

function once(tones: Tone[]): Sound {
	return { tones, repeats: false };
}

function repeating(tones: Tone[]): Sound {
	return { tones, repeats: true };
}
