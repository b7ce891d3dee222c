/** What travels between an app that streams and Sipscope: docs/stream-from-your-app.md tells it in words. */

/** The version of this protocol, in the first line that a sender sends. */
export const STREAM_PROTOCOL = 1;

/** Where Sipscope listens for streams, on the host and port of its page. */
export const INGEST_PATH = '/ingest';

/** Where Sipscope is unless told otherwise. */
export const USUAL_ADDRESS = 'ws://127.0.0.1:4173/ingest';

/** The most characters of one entry's line: far above any SIP message. */
export const LONGEST_LINE = 1024 * 1024;

/** About as many characters of entries go in one WebSocket message. */
export const USUAL_CHUNK = 64 * 1024;

/** What Sipscope answers to a sender. */
export type StreamAnswer =
	/** The header is understood; send from the entry with this `seq` on. */
	| { type: 'ready'; next: number }
	/** All before this `seq` is stored, and may be forgotten. */
	| { type: 'stored'; next: number }
	/** There is no room: keep what comes. */
	| { type: 'hold' }
	/** There is room again. */
	| { type: 'go' };

/** Why Sipscope ends a connection; each goes with a reason in words (RFC 6455 §7.4.2: 4000 to 4999 are private). */
export const CLOSE = {
	/** What came is not of this protocol. To try again would be in vain. */
	notUnderstood: 4400,
	/** The same stream has another connection by now. */
	replaced: 4409,
	/** The sender speaks another version. */
	otherVersion: 4426,
	/** Too many streams at once. */
	tooMany: 4429
} as const;

/** Codes after which the same sender would be refused again. */
export const FINAL_CODES: readonly number[] = [
	CLOSE.notUnderstood,
	CLOSE.replaced,
	CLOSE.otherVersion
];

/** The answer in a text; `undefined` where it is none. */
export function parseAnswer(text: unknown): StreamAnswer | undefined {
	const value = parsed(text);
	switch (value?.type) {
		case 'ready':
		case 'stored':
			return isSeq(value.next) ? { type: value.type, next: value.next } : undefined;
		case 'hold':
		case 'go':
			return { type: value.type };
		default:
			return undefined;
	}
}

function parsed(text: unknown): { type?: unknown; next?: unknown } | undefined {
	try {
		const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

function isSeq(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
