import { isHost } from './host.ts';
import type { ProblemCode } from '../problem.ts';

/** Notes a problem of a part of the URI; offsets count from the URI's beginning. */
export type ReportPart = (code: ProblemCode, start: number, end: number) => void;

export interface UriContext {
	/** Whether headers after `?` mean anything where this URI stands (RFC 3261 §19.1.1, table 1). */
	headers: boolean;
	report: ReportPart;
}

/** Checks a URI of any scheme: those of `sip` and `sips` throughout, others by their characters. */
export function checkUri(uri: string, context: UriContext): void {
	const spaces = [...uri.matchAll(/\s+/g)];
	for (const { index, 0: written } of spaces) {
		context.report('uri-spaces', index, index + written.length);
	}
	if (spaces.length > 0) return;
	const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(uri)?.[0].toLowerCase();
	if (scheme === undefined) return context.report('uri-malformed', 0, uri.length);
	const start = scheme.length + 1;
	if (scheme !== 'sip' && scheme !== 'sips') {
		return checkCharacters(uri, start, uri.length, URI_CHARACTERS, context);
	}
	const at = uri.indexOf('@');
	if (at >= 0) checkUserInfo(uri, start, at, context);
	checkPlace(uri, Math.max(start, at + 1), context);
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
const URI_CHARACTERS = new RegExp(`[${UNRESERVED};/?:@&=+$,#[\\]]*`, 'y');

/** `user:password` from `start` up to the `@` at `end`. */
function checkUserInfo(uri: string, start: number, end: number, context: UriContext): void {
	const colon = uri.indexOf(':', start);
	const userEnd = colon >= 0 && colon < end ? colon : end;
	if (userEnd === start) return context.report('uri-malformed', start, end + 1);
	checkCharacters(uri, start, userEnd, USER, context);
	if (userEnd < end) checkCharacters(uri, userEnd + 1, end, PASSWORD, context);
}

/** `host:port;parameters?headers` from `start` to the end. */
function checkPlace(uri: string, start: number, context: UriContext): void {
	const [place = ''] = /^(?:\[[^\]]*\])?[^;?]*/.exec(uri.slice(start)) ?? [];
	if (place === '') return context.report('uri-malformed', 0, uri.length);
	checkHostPort(place, (code, from, to) => context.report(code, start + from, start + to));
	const question = uri.indexOf('?', start + place.length);
	const end = question < 0 ? uri.length : question;
	checkUriParameters(uri, start + place.length, end, context);
	if (question < 0) return;
	if (!context.headers) context.report('uri-headers', question, uri.length);
	else checkUriHeaders(uri, question + 1, context);
}

/** Checks `host:port`, as URIs and Via have it. */
export function checkHostPort(place: string, report: ReportPart): void {
	const [, host = '', rest = ''] = /^(\[[^\]]*\]|[^:]*)(.*)$/s.exec(place) ?? [];
	if (!place.startsWith('[') && place.indexOf(':') !== place.lastIndexOf(':')) {
		return report('ipv6-unbracketed', 0, place.length);
	}
	if (!isHost(host)) {
		report('host-malformed', 0, host.length || place.length);
	} else if (rest !== '' && !/^:\d+$/.test(rest)) {
		report('host-malformed', host.length, place.length);
	} else if (Number(rest.slice(1)) > 65_535) {
		report('number-out-of-range', host.length + 1, place.length);
	}
}

/** `;name=value` from `at` to `end`. */
function checkUriParameters(uri: string, at: number, end: number, context: UriContext): void {
	const seen = new Set<string>();
	while (at < end) {
		const next = uri.indexOf(';', at + 1);
		const to = next < 0 || next > end ? end : next;
		const [name = '', ...values] = uri.slice(at + 1, to).split('=');
		const key = name.toLowerCase();
		if (to === at + 1) context.report('separator-extra', at, to);
		else if (name === '' || values.length > 1 || values[0] === '') {
			context.report('uri-malformed', at + 1, to);
		} else if (seen.has(key)) context.report('parameter-repeated', at + 1, to);
		else {
			seen.add(key);
			const valueStart = at + 1 + name.length;
			checkCharacters(uri, at + 1, valueStart, PARAMETER, context);
			if (values.length > 0) checkCharacters(uri, valueStart + 1, to, PARAMETER, context);
		}
		at = to;
	}
}

/** `name=value&name=value` from `at` to the end. */
function checkUriHeaders(uri: string, at: number, context: UriContext): void {
	for (const field of uri.slice(at).split('&')) {
		const equals = field.indexOf('=');
		if (equals <= 0) context.report('uri-malformed', at, at + field.length);
		else {
			checkCharacters(uri, at, at + equals, HEADER, context);
			checkCharacters(uri, at + equals + 1, at + field.length, HEADER, context);
		}
		at += field.length + 1;
	}
}

/** Reports the first thing from `start` to `end` that is neither allowed nor a sound %-escape. */
function checkCharacters(
	uri: string,
	start: number,
	end: number,
	allowed: RegExp,
	context: UriContext
): void {
	for (let at = start; at < end; at += 3) {
		allowed.lastIndex = at;
		at += allowed.exec(uri)?.[0].length ?? 0;
		if (at >= end) return;
		if (/^%[0-9a-f]{2}$/i.test(uri.slice(at, at + 3)) && at + 3 <= end) continue;
		return context.report('uri-malformed', at, at + 1);
	}
}
