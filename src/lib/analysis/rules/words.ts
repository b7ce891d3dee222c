import { type Duration, MILLISECOND, MINUTE, SECOND } from '../../trace/instant.ts';
import type { Analysis } from '../analysis.ts';
import type { Call } from '../calls/call.ts';
import type { SeenMessage } from '../seen-message.ts';

/** Whose phone it was: its name, or what else the trace knows of it; it may begin a sentence. */
export function phoneName(
	{ phone, instance }: { phone?: string; instance?: string },
	{ phones }: Analysis
): string {
	const name = phone === undefined ? undefined : phones.get(phone)?.name;
	if (name) return cut(name);
	return instance ? `Instance ${instance.slice(0, 8)}` : 'The phone';
}

/** `101 → 102`. */
export function callName({ from, to }: Call): string {
	return `${cut(from.number) || 'unknown'} → ${cut(to.number) || 'unknown'}`;
}

/** `486 Busy Here`; a request's method. */
export function messageName({ head }: SeenMessage): string {
	return head.kind === 'response' ? cut(`${head.status} ${head.reason}`.trim()) : cut(head.method);
}

/** How long something took: `48 ms`, `4.1 s`, `57 s`, `12 min`. */
export function lapse(duration: Duration): string {
	if (duration < 0.9995 * SECOND) return `${Math.round(duration / MILLISECOND)} ms`;
	if (duration < 9.95 * SECOND) return `${(duration / SECOND).toFixed(1).replace(/\.0$/, '')} s`;
	if (duration < 2 * MINUTE) return `${Math.round(duration / SECOND)} s`;
	return `${Math.round(duration / MINUTE)} min`;
}

/** `a, b and c`. */
export function listOf(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A part of a sentence that came from the wire: it may be a megabyte long. */
export function cut(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 60;
