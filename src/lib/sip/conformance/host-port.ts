import type { ProblemCode } from '../problem.ts';
import { isHost } from './host.ts';

/** A part of a text that is wrong. */
export interface WrongPart {
	code: ProblemCode;
	start: number;
	end: number;
}

/** What is wrong with `host:port`, as URIs and Via have it. */
export function hostPortProblem(place: string): WrongPart | undefined {
	const bracketed = place.startsWith('[');
	const bracket = bracketed ? place.indexOf(']') : 0;
	if (bracket < 0) return { code: 'host-malformed', start: 0, end: place.length };
	const colon = place.indexOf(':', bracket);
	if (!bracketed && colon !== place.lastIndexOf(':')) {
		return { code: 'ipv6-unbracketed', start: 0, end: place.length };
	}
	const hostEnd = colon < 0 ? place.length : colon;
	if (!isHost(place.slice(0, hostEnd))) {
		return { code: 'host-malformed', start: 0, end: hostEnd || place.length };
	}
	if (colon < 0) return undefined;
	const port = place.slice(colon + 1);
	if (!/^\d+$/.test(port)) return { code: 'host-malformed', start: colon, end: place.length };
	if (Number(port) <= MOST_PORT) return undefined;
	return { code: 'number-out-of-range', start: colon + 1, end: place.length };
}

const MOST_PORT = 65_535;
