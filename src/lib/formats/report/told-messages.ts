import { textOf } from '../../analysis/entry-text.ts';
import { phoneName } from '../../analysis/rules/words.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { keepAlive } from '../../sip/keep-alive.ts';
import type { Annotation } from '../../trace/annotation.ts';
import type { AnalysedTrace } from '../analysed-trace.ts';
import { base64 } from '../bytes/base64.ts';
import { count, MOST_ROWS } from './ladder-picture.ts';
import { shortUtc } from './summary.ts';

/** No report is of more messages, nor of more characters of them, nor of more of one. */
export const MOST_MESSAGES = MOST_ROWS;
const MOST_CHARACTERS = 16 * 1024 * 1024;
const LONGEST_TEXT = 64 * 1024;

/** A message as a report shows it. */
export interface ToldMessage {
	readonly message: SeenMessage;
	/** `INVITE 4711`, `180 Ringing`. */
	readonly name: string;
	/** `sent by Alice at 2026-05-28 20:26:40.123 UTC`. */
	readonly where: string;
	/** Its lines end as they came; base64 where it is no text. */
	readonly text: string;
	/** What the text is, or lacks; `''` where it is the whole message. */
	readonly remark: string;
	readonly annotation: Annotation | undefined;
}

/** The messages of a report, the first of them where there are too many. */
export function toldMessages(trace: AnalysedTrace): ToldMessage[] {
	const told: ToldMessage[] = [];
	let characters = 0;
	for (const message of trace.analysis.messages) {
		if (told.length === MOST_MESSAGES || characters > MOST_CHARACTERS) break;
		const one = toldMessage(message, trace);
		characters += one.text.length;
		told.push(one);
	}
	return told;
}

/** `The first 2,000 messages of 12,345 are here.`; `''` where all are. */
export function leftOutWords(told: readonly ToldMessage[], { analysis }: AnalysedTrace): string {
	const { length } = analysis.messages;
	if (told.length === length) return '';
	return `The first ${count(told.length)} messages of ${count(length)} are here.`;
}

function toldMessage(message: SeenMessage, { analysis, annotations }: AnalysedTrace): ToldMessage {
	const { entry } = message;
	const by = phoneName(message.userAgent, analysis);
	const time = `${shortUtc(entry.at)} UTC${entry.approximate ? ' or so' : ''}`;
	const binary = entry.bytes !== undefined;
	const whole = binary ? base64(entry.bytes) : textOf(entry);
	const text = whole.slice(0, LONGEST_TEXT);
	const missing = whole.length - text.length;
	const remarks = [
		binary ? `a binary frame of ${count(entry.bytes.length)} bytes, in base64` : '',
		missing > 0 ? `${count(missing)} more characters are left out` : '',
		entry.undelivered ? 'never left the phone' : ''
	];
	return {
		message,
		name: nameOf(message),
		where: `${entry.direction} by ${by} at ${time}`,
		text,
		remark: remarks.filter(Boolean).join('; '),
		annotation: annotations.get(entry.seq)
	};
}

function nameOf({ head, entry }: SeenMessage): string {
	if (head.kind === 'response') return `${head.status} ${head.reason}`.trim();
	if (head.kind === 'request') return head.cseq < 0 ? head.method : `${head.method} ${head.cseq}`;
	return keepAlive(entry.text ?? '') ?? 'Not SIP';
}
