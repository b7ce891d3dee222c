import { composeRequest, composeResponse, type HeaderParts } from '../src/lib/sip/compose.ts';
import { header, headers, parseMessage } from '../src/lib/sip/message.ts';
import type { Direction, Entry, Unstamped, Vantage } from '../src/lib/trace/entry.ts';
import { type Instant, MILLISECOND } from '../src/lib/trace/instant.ts';

export interface RequestParts {
	uri?: string;
	/** Of the sender; `udp` unless told otherwise. */
	transport?: string;
	branch?: string;
	from?: string;
	fromTag?: string;
	to?: string;
	toTag?: string;
	callId?: string;
	cseq?: number;
	fields?: HeaderParts;
	body?: string;
}

/**
 * Frames written one by one, as someone saw them who need not be a phone of the SDK: what rules of
 * SIP are about, and what peers do to them.
 */
export class Wire {
	readonly entries: Entry[] = [];
	now: Instant = 1_780_000_000_000_000;
	readonly #vantage: Vantage;

	constructor(vantage: Vantage = {}) {
		this.#vantage = vantage;
	}

	wait(milliseconds: number): this {
		this.now += milliseconds * MILLISECOND;
		return this;
	}

	/** Puts a text on the wire, and returns it. */
	see(direction: Direction, text: string): string {
		this.record({ kind: 'message', direction, text, ...this.#vantage });
		return text;
	}

	send(method: string, parts?: RequestParts): string {
		return this.see('sent', request(method, parts));
	}

	receive(method: string, parts?: RequestParts): string {
		return this.see('received', request(method, parts));
	}

	/** An answer comes. */
	answer(to: string, status: number, parts?: ResponseParts): string {
		return this.see('received', response(to, status, parts));
	}

	/** An answer goes. */
	reply(to: string, status: number, parts?: ResponseParts): string {
		return this.see('sent', response(to, status, parts));
	}

	record(entry: Unstamped): void {
		this.entries.push({ ...entry, seq: this.entries.length, at: this.now });
	}
}

export interface ResponseParts {
	reason?: string;
	/** `tag` of To, where the request has none. */
	tag?: string;
	fields?: HeaderParts;
	body?: string;
}

export function request(method: string, parts: RequestParts = {}): string {
	const { uri = 'sip:bob@biloxi.example.com', transport = 'UDP', cseq = 1 } = parts;
	const { from = '<sip:alice@atlanta.example.com>', fromTag = 'a' } = parts;
	const { to = '<sip:bob@biloxi.example.com>', toTag = '' } = parts;
	const { branch = `z9hG4bK-${method}-${cseq}`, callId = 'call@client.example.com' } = parts;
	return composeRequest({
		method,
		uri,
		headers: [
			['Via', `SIP/2.0/${transport} client.example.com:5060;branch=${branch}`],
			['Max-Forwards', '70'],
			['From', `${from};tag=${fromTag}`],
			['To', toTag === '' ? to : `${to};tag=${toTag}`],
			['Call-ID', callId],
			['CSeq', `${cseq} ${method}`],
			...(parts.fields ?? [])
		],
		body: parts.body
	});
}

export function response(to: string, status: number, parts: ResponseParts = {}): string {
	const { reason, tag = 'b', fields = [], body } = parts;
	const message = parseMessage(to);
	const written = header(message, 'To') ?? '';
	const tagged = status === 100 || tag === '' || written.includes(';tag=');
	return composeResponse({
		status,
		reason,
		headers: [
			...headers(message, 'Via').map((via) => ['Via', via] as const),
			['From', header(message, 'From') ?? ''],
			['To', tagged ? written : `${written};tag=${tag}`],
			['Call-ID', header(message, 'Call-ID') ?? ''],
			['CSeq', header(message, 'CSeq') ?? ''],
			...fields
		],
		body
	});
}
