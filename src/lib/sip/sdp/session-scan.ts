import { EQUALS, SLASH } from '../grammar/character.ts';
import { lineFeed } from '../grammar/line.ts';
import { indexWithin } from '../grammar/search.ts';
import type { SdpDirection } from './sdp.ts';
import { staticPayload } from './static-payloads.ts';
import { lineEnd, numberOf, wordAt, wordEnd, wordOf } from './words.ts';

/**
 * What a list and the correlation need of a session description: of its first section of media.
 * Absent is `''`. The strings may be slices of the text, and so keep it alive.
 */
export interface SessionScan {
	/** `o=`: the same for all descriptions of one session; the version grows with each change. */
	sessionId: string;
	version: string;
	/** Of the preferred payload type, as written; `''` where nothing names it. */
	codec: string;
	direction: SdpDirection;
	/** 0: refused (RFC 3264 §6). */
	port: number;
	/**
	 * Held the old way: nothing can be sent to 0.0.0.0 (RFC 3264 §8.4). With ICE, where candidates
	 * say what to send to, it only means that none is known yet (RFC 8840 §4.1.1).
	 */
	heldByAddress: boolean;
}

/**
 * Reads of the description that begins at `start` what `parseSdp` would say of it, in one pass over
 * its lines up to the second section, cutting nothing out but what it returns. `undefined` where
 * there is no media. Never throws.
 */
export function scanSession(text: string, start = 0): SessionScan | undefined {
	const scanner = new SessionScanner(text);
	for (let at = start; at < text.length && !scanner.done;) {
		const feed = lineFeed(text, at);
		if (text.charCodeAt(at + 1) === EQUALS) scanner.read(at, feed);
		at = feed + 1;
	}
	return scanner.result();
}

const LETTER_A = 0x61;
const LETTER_C = 0x63;
const LETTER_M = 0x6d;
const LETTER_O = 0x6f;

const LETTER_I = 0x69;
const LETTER_R = 0x72;
const LETTER_S = 0x73;

/** The attributes that matter begin with one of these; most are passed over by a look at one letter. */
function isOfInterest(letter: number): boolean {
	return letter === LETTER_I || letter === LETTER_R || letter === LETTER_S;
}

const RTPMAP = 'rtpmap:';
const ICE_UFRAG = 'ice-ufrag:';
const NOWHERE = '0.0.0.0';

class SessionScanner {
	done = false;
	readonly #text: string;
	#inMedia = false;
	#sessionId: string | undefined;
	#version = '';
	#port = 0;
	#payload = -1;
	#codec: string | undefined;
	#ice = false;
	#sharedDirection: SdpDirection | undefined;
	#ownDirection: SdpDirection | undefined;
	#sharedNowhere: boolean | undefined;
	#ownNowhere: boolean | undefined;

	constructor(text: string) {
		this.#text = text;
	}

	/** Takes the line at `at`, which ends at `feed`. */
	read(at: number, feed: number): void {
		const letter = this.#text.charCodeAt(at);
		if (letter === LETTER_A && !isOfInterest(this.#text.charCodeAt(at + 2))) return;
		const end = lineEnd(this.#text, at + 2, feed);
		switch (letter) {
			case LETTER_A:
				this.#attribute(at + 2, end);
				break;
			case LETTER_C:
				this.#connection(at + 2, end);
				break;
			case LETTER_M:
				if (this.#inMedia) this.done = true;
				else this.#media(at + 2, end);
				break;
			case LETTER_O:
				if (!this.#inMedia && this.#sessionId === undefined) this.#origin(at + 2, end);
		}
	}

	result(): SessionScan | undefined {
		if (!this.#inMedia) return undefined;
		return {
			sessionId: this.#sessionId ?? '',
			version: this.#version,
			codec: this.#codec ?? staticPayload(this.#payload)?.codec ?? '',
			direction: this.#ownDirection ?? this.#sharedDirection ?? 'sendrecv',
			port: this.#port,
			heldByAddress: !this.#ice && (this.#ownNowhere ?? this.#sharedNowhere ?? false)
		};
	}

	#origin(at: number, end: number): void {
		this.#sessionId = wordOf(this.#text, wordAt(this.#text, at, end, 1), end);
		this.#version = wordOf(this.#text, wordAt(this.#text, at, end, 2), end);
	}

	#connection(at: number, end: number): void {
		const address = wordAt(this.#text, at, end, 2);
		if (address === end) return;
		const after = address + NOWHERE.length;
		const nowhere =
			this.#text.startsWith(NOWHERE, address) &&
			(after === wordEnd(this.#text, address, end) || this.#text.charCodeAt(after) === SLASH);
		if (this.#inMedia) this.#ownNowhere ??= nowhere;
		else this.#sharedNowhere ??= nowhere;
	}

	#media(at: number, end: number): void {
		const text = this.#text;
		this.#inMedia = true;
		this.#port = Math.max(0, numberOf(text, wordAt(text, at, end, 1), end));
		let format = wordAt(text, at, end, 3);
		while (format < end && this.#payload < 0) {
			this.#payload = numberOf(text, format, end);
			format = wordAt(text, format, end, 1);
		}
	}

	#attribute(at: number, end: number): void {
		const text = this.#text;
		const letter = text.charCodeAt(at);
		if (end === at + DIRECTION_LENGTH) this.#direction(at);
		else if (letter === LETTER_R && this.#codec === undefined && text.startsWith(RTPMAP, at)) {
			this.#rtpmap(at + RTPMAP.length, end);
		} else if (letter === LETTER_I && text.startsWith(ICE_UFRAG, at)) this.#ice = true;
		// What comes after it in the section changes nothing any more, and nor does what is beyond it.
		this.done = this.#ice && this.#codec !== undefined && this.#ownDirection !== undefined;
	}

	#direction(at: number): void {
		const direction = DIRECTIONS.find((word) => this.#text.startsWith(word, at));
		if (this.#inMedia) this.#ownDirection ??= direction;
		else this.#sharedDirection ??= direction;
	}

	/** `111 opus/48000/2`. */
	#rtpmap(at: number, end: number): void {
		const text = this.#text;
		if (this.#payload < 0 || numberOf(text, at, end) !== this.#payload) return;
		const name = wordAt(text, at, end, 1);
		if (name === end) return;
		const nameEnd = indexWithin(text, '/', name, wordEnd(text, name, end));
		if (nameEnd > name) this.#codec = text.slice(name, nameEnd);
	}
}

const DIRECTIONS: readonly SdpDirection[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const DIRECTION_LENGTH = 8;
