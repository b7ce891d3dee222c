import { EQUALS } from '../grammar/character.ts';
import { lineFeed } from '../grammar/line.ts';
import { indexWithin } from '../grammar/search.ts';
import { isAuxiliary } from './codecs.ts';
import type { SdpDirection } from './sdp.ts';
import { staticPayload } from './static-payloads.ts';
import { lineEnd, numberOf, wordAt, wordEnd } from './words.ts';

/**
 * What a list and the correlation need of a session description: of its first section of media. Each
 * part is read when it is asked for, by a look at no more lines than it takes.
 */
export interface SessionScan {
	/** 0: refused (RFC 3264 §6). */
	readonly port: number;
	/** In order of preference. */
	readonly payloadTypes: readonly number[];
	/** Of the preferred payload type, in lower case; `''` where nothing names it. */
	readonly codec: string;
	/** In order of preference and lower case, each once; of those to talk with that something names. */
	readonly codecs: readonly string[];
	readonly direction: SdpDirection;
}

/**
 * Reads of the description that begins at `start` what `parseSdp` would say of it. `undefined` where
 * there is no media. Never throws.
 */
export function scanSession(text: string, start = 0): SessionScan | undefined {
	if (text.startsWith('m=', start)) return new ScannedSession(text, start, start);
	const feed = text.indexOf('\nm=', start);
	return feed < 0 ? undefined : new ScannedSession(text, start, feed + 1);
}

class ScannedSession implements SessionScan {
	readonly #text: string;
	readonly #start: number;
	/** Where the first section begins. */
	readonly #media: number;
	#direction: SdpDirection | undefined = undefined;

	constructor(text: string, start: number, media: number) {
		this.#text = text;
		this.#start = start;
		this.#media = media;
	}

	get port(): number {
		const end = this.#mediaEnd();
		return Math.max(0, numberOf(this.#text, this.#word(1, end), end));
	}

	get payloadTypes(): readonly number[] {
		const end = this.#mediaEnd();
		const types: number[] = [];
		let format = this.#word(3, end);
		for (; format < end; format = wordAt(this.#text, format, end, 1)) {
			const type = numberOf(this.#text, format, end);
			if (type >= 0) types.push(type);
		}
		return types;
	}

	get codec(): string {
		const [preferred = -1] = this.payloadTypes;
		return this.#nameOf(preferred);
	}

	get codecs(): readonly string[] {
		const names = new Set(this.payloadTypes.map((type) => this.#nameOf(type)));
		return [...names].filter((name) => name !== '' && !isAuxiliary({ codec: name }));
	}

	get direction(): SdpDirection {
		return (this.#direction ??=
			directionFrom(this.#text, this.#afterMedia()) ??
			directionFrom(this.#text, this.#start) ??
			'sendrecv');
	}

	#nameOf(type: number): string {
		const named = codecOf(type, this.#text, this.#afterMedia());
		return (named ?? staticPayload(type)?.codec ?? '').toLowerCase();
	}

	/** Where the word of the m= line begins that has so many before it; its letter is part of the first. */
	#word(before: number, end: number): number {
		return wordAt(this.#text, this.#media + 2, end, before);
	}

	#mediaEnd(): number {
		return lineEnd(this.#text, this.#media + 2, lineFeed(this.#text, this.#media));
	}

	#afterMedia(): number {
		return lineFeed(this.#text, this.#media) + 1;
	}
}

const LETTER_A = 0x61;
const LETTER_I = 0x69;
const LETTER_M = 0x6d;
const LETTER_R = 0x72;
const LETTER_S = 0x73;

/** Whether a section begins with the line at `at`; its letter alone tells little. */
function isMedia(text: string, at: number): boolean {
	return text.charCodeAt(at) === LETTER_M && text.charCodeAt(at + 1) === EQUALS;
}

/** The letter with which the attribute in the line at `at` begins; 0 where the line is another one. */
function attributeLetter(text: string, at: number): number {
	if (text.charCodeAt(at) !== LETTER_A || text.charCodeAt(at + 1) !== EQUALS) return 0;
	return text.charCodeAt(at + 2);
}

const RTPMAP = 'rtpmap:';

/** The name that the lines from `at` on, up to the next section, give a payload type. */
function codecOf(payload: number, text: string, at: number): string | undefined {
	if (payload < 0) return undefined;
	for (let feed; at + 2 < text.length && !isMedia(text, at); at = feed + 1) {
		feed = lineFeed(text, at);
		if (attributeLetter(text, at) !== LETTER_R || !text.startsWith(RTPMAP, at + 2)) continue;
		const end = lineEnd(text, at + 2, feed);
		const value = at + 2 + RTPMAP.length;
		if (numberOf(text, value, end) !== payload) continue;
		const name = wordAt(text, value, end, 1);
		const nameEnd = indexWithin(text, '/', name, wordEnd(text, name, end));
		if (nameEnd > name) return text.slice(name, nameEnd);
	}
	return undefined;
}

const DIRECTIONS: readonly SdpDirection[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const DIRECTION_LENGTH = 8;

/** The direction that the lines from `at` on, up to the next section, tell first. */
function directionFrom(text: string, at: number): SdpDirection | undefined {
	for (let feed; at + 2 < text.length && !isMedia(text, at); at = feed + 1) {
		feed = lineFeed(text, at);
		// Most lines are passed over by a look at one letter.
		const letter = attributeLetter(text, at);
		if (letter !== LETTER_S && letter !== LETTER_R && letter !== LETTER_I) continue;
		if (lineEnd(text, at + 2, feed) !== at + 2 + DIRECTION_LENGTH) continue;
		const direction = DIRECTIONS.find((word) => text.startsWith(word, at + 2));
		if (direction) return direction;
	}
	return undefined;
}
