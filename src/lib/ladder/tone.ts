import type { MessageHead } from '../sip/head.ts';
import { statusClass } from '../sip/status.ts';

/** Names a colour: one per method and status class, everywhere. */
export type Tone =
	| 'invite'
	| 'ack'
	| 'bye'
	| 'cancel'
	| 'message'
	| 'register'
	| 'info'
	| 'refer'
	| 'other'
	| `s${1 | 2 | 3 | 4 | 5 | 6}`
	| 'socket'
	| 'phone'
	| 'media'
	| 'loss';

const TONES: ReadonlyMap<string, Tone> = new Map([
	['INVITE', 'invite'],
	['ACK', 'ack'],
	['BYE', 'bye'],
	['CANCEL', 'cancel'],
	['MESSAGE', 'message'],
	['REGISTER', 'register'],
	['INFO', 'info'],
	['REFER', 'refer']
]);

/** The tone of a message: a request's by its method, a response's by its status class. */
export function toneOf(head: Pick<MessageHead, 'kind' | 'method' | 'status'>): Tone {
	if (head.kind === 'response') return `s${statusClass(head.status)}`;
	return TONES.get(head.method) ?? 'other';
}
