import type { ProblemCode } from '../problem.ts';
import { hostPortProblem } from './host-port.ts';

/** Where problems are noted. */
export interface Sink {
	report(code: ProblemCode, start: number, end: number): void;
}

/**
 * Checks a URI of any scheme: those of `sip` and `sips` throughout, others by their characters.
 *
 * @param offset where the URI is, in what the sink counts by
 * @param mayHaveHeaders whether headers after `?` mean anything where it stands (RFC 3261 §19.1.1,
 *   table 1)
 */
export function checkUri(uri: string, offset: number, mayHaveHeaders: boolean, sink: Sink): void {
	new UriCheck(uri, offset, sink).all(mayHaveHeaders);
}

/*
 * What a part of a URI may hold as it is (RFC 3261 §25.1). A raw `#` in a user part is tolerated: it
 * is how RingCentral's edge and SDK write the addresses of their own services.
 */
const UNRESERVED = "-A-Za-z0-9_.!~*'()";
const USER = new RegExp(`[${UNRESERVED}&=+$,;?/#]*`, 'y');
const PASSWORD = new RegExp(`[${UNRESERVED}&=+$,]*`, 'y');
const PARAMETER = new RegExp(`[${UNRESERVED}[\\]/:&+$]*`, 'y');
const HEADER = new RegExp(`[${UNRESERVED}[\\]/?:+$]*`, 'y');
const OTHER = new RegExp(`[${UNRESERVED};/?:@&=+$,#[\\]]*`, 'y');

class UriCheck {
	constructor(
		readonly uri: string,
		readonly offset: number,
		readonly sink: Sink
	) {}

	all(mayHaveHeaders: boolean): void {
		const { uri } = this;
		if (/\s/.test(uri)) return this.#spaces();
		const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(uri)?.[0].toLowerCase();
		if (scheme === undefined) return this.#report('uri-malformed', 0, uri.length);
		const start = scheme.length + 1;
		if (scheme !== 'sip' && scheme !== 'sips') {
			return this.#characters(start, uri.length, OTHER);
		}
		const at = uri.indexOf('@');
		if (at >= 0) this.#userInfo(start, at);
		this.#place(Math.max(start, at + 1), mayHaveHeaders);
	}

	#spaces(): void {
		for (const { index, 0: spaces } of this.uri.matchAll(/\s+/g)) {
			this.#report('uri-spaces', index, index + spaces.length);
		}
	}

	/** `user:password` from `start` up to the `@` at `end`. */
	#userInfo(start: number, end: number): void {
		const colon = this.uri.indexOf(':', start);
		const userEnd = colon >= 0 && colon < end ? colon : end;
		if (userEnd === start) return this.#report('uri-malformed', start, end + 1);
		this.#characters(start, userEnd, USER);
		if (userEnd < end) this.#characters(userEnd + 1, end, PASSWORD);
	}

	/** `host:port;parameters?headers` from `start` to the end. */
	#place(start: number, mayHaveHeaders: boolean): void {
		const { uri } = this;
		const [place = ''] = /^(?:\[[^\]]*\])?[^;?]*/.exec(uri.slice(start)) ?? [];
		if (place === '') return this.#report('uri-malformed', 0, uri.length);
		const wrong = hostPortProblem(place);
		if (wrong) this.#report(wrong.code, start + wrong.start, start + wrong.end);
		const question = uri.indexOf('?', start + place.length);
		this.#parameters(start + place.length, question < 0 ? uri.length : question);
		if (question < 0) return;
		if (mayHaveHeaders) this.#headers(question + 1);
		else this.#report('uri-headers', question, uri.length);
	}

	/** `;name=value` from `at` to `end`. */
	#parameters(at: number, end: number): void {
		if (at >= end) return;
		const seen = new Set<string>();
		while (at < end) {
			const next = this.uri.indexOf(';', at + 1);
			const to = next < 0 || next > end ? end : next;
			if (to === at + 1) this.#report('separator-extra', at, to);
			else this.#parameter(at + 1, to, seen);
			at = to;
		}
	}

	#parameter(start: number, end: number, seen: Set<string>): void {
		const [name = '', ...values] = this.uri.slice(start, end).split('=');
		if (name === '' || values.length > 1 || values[0] === '') {
			return this.#report('uri-malformed', start, end);
		}
		const key = name.toLowerCase();
		if (seen.has(key)) return this.#report('parameter-repeated', start, end);
		seen.add(key);
		this.#characters(start, start + name.length, PARAMETER);
		if (values.length > 0) this.#characters(start + name.length + 1, end, PARAMETER);
	}

	/** `name=value&name=value` from `at` to the end. */
	#headers(at: number): void {
		for (const field of this.uri.slice(at).split('&')) {
			const equals = field.indexOf('=');
			if (equals <= 0) this.#report('uri-malformed', at, at + field.length);
			else {
				this.#characters(at, at + equals, HEADER);
				this.#characters(at + equals + 1, at + field.length, HEADER);
			}
			at += field.length + 1;
		}
	}

	/** Reports the first thing from `start` to `end` that is neither allowed nor a sound %-escape. */
	#characters(start: number, end: number, allowed: RegExp): void {
		for (let at = start; at < end; at += 3) {
			allowed.lastIndex = at;
			at += allowed.exec(this.uri)?.[0].length ?? 0;
			if (at >= end) return;
			if (/^%[0-9a-f]{2}$/i.test(this.uri.slice(at, at + 3)) && at + 3 <= end) continue;
			return this.#report('uri-malformed', at, at + 1);
		}
	}

	#report(code: ProblemCode, start: number, end: number): void {
		this.sink.report(code, this.offset + start, this.offset + end);
	}
}
