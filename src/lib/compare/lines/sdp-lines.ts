import { type Line, physicalLines } from './line.ts';

export interface LineSection {
	title: string;
	lines: Line[];
}

/** Attributes whose first word says which of their kind they are: of a codec, by its payload type. */
const BY_PAYLOAD = /^a=(?:rtpmap|fmtp|rtcp-fb):\S*/;

/** One attribute with four names. */
const DIRECTION = /^a=(?:sendrecv|sendonly|recvonly|inactive)\s*$/;

/** A description by its sections: the session's, then one for each `m=` line (RFC 8866 §5). */
export function sdpSections(body: string): LineSection[] {
	const sections: LineSection[] = [{ title: 'Session', lines: [] }];
	for (const text of physicalLines(body)) {
		if (text.startsWith('m=')) sections.push({ title: titleOf(text, sections.length), lines: [] });
		sections.at(-1)?.lines.push({ key: keyOf(text), text, depth: 0 });
	}
	return sections;
}

/** `Media 1: audio`: sections are told apart by their places (RFC 3264 §8). */
function titleOf(text: string, place: number): string {
	return `Media ${place}: ${/^m=(\S*)/.exec(text)?.[1] ?? ''}`;
}

/** `a=fmtp:111`, `a=candidate`, `c`. */
function keyOf(text: string): string {
	const codec = BY_PAYLOAD.exec(text);
	if (codec) return codec[0];
	if (DIRECTION.test(text)) return 'direction';
	return /^a=[^:\s]*/.exec(text)?.[0] ?? text.slice(0, 1);
}
