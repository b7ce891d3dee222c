import { tagIn } from './fields/address.ts';
import { cseqMethodAt, cseqNumberAt } from './fields/cseq.ts';
import { branchIn } from './fields/via.ts';
import { CR, afterBlanks, beforeBlanks, isBlank } from './grammar/character.ts';
import {
	afterEmptyLine,
	colonAfter,
	contentEnd,
	firstLine,
	isEmptyLine,
	lineFeed,
	unfoldHead
} from './grammar/line.ts';
import { type HeadField, firstNameAt } from './head-field.ts';
import { methodIn } from './method.ts';
import { type StartLine, readStartLine } from './start-line.ts';

/**
 * What a list shows of a message and what correlates it. Absent is `''` or -1. Of a repeated field
 * the first counts. The strings may be slices of the text, and so keep it alive.
 */
export interface MessageHead {
	readonly kind: 'request' | 'response' | 'unreadable';
	/** That of CSeq for responses. */
	readonly method: string;
	/** 0 for requests. */
	readonly status: number;
	readonly reason: string;
	/** The request URI. */
	readonly uri: string;
	readonly callId: string;
	readonly cseq: number;
	readonly fromTag: string;
	readonly toTag: string;
	/** The value of From as it came; so are `to`, `contact`, `contentType` and `credentials`. */
	readonly from: string;
	readonly to: string;
	/** Of the topmost Via. */
	readonly branch: string;
	readonly contact: string;
	/** Seconds of the Expires field. */
	readonly expires: number;
	readonly contentType: string;
	/** Of Authorization or Proxy-Authorization, whichever comes first. */
	readonly credentials: string;
	/** Whether it has what every message must have (RFC 3261 §8.1.1): Via, From, To, Call-ID, CSeq. */
	readonly isComplete: boolean;
	/** Where the body begins, in UTF-16 units; the text's length where there is none. */
	readonly bodyOffset: number;
}

/**
 * Finds the parts of the head of what one frame carried, in one pass over its lines. Never throws.
 * Numbers and the method are read at once; the other strings are cut out of the text when they are
 * asked for.
 */
export function scanHead(text: string): MessageHead {
	const head = new ScannedHead(text);
	return head.scan() ? head : scanFolded(text);
}

/** Folding is rare and deprecated (RFC 3261 §7.3.1): such a head is written anew, then scanned. */
function scanFolded(text: string): MessageHead {
	const { unfolded, bodyOffset } = unfoldHead(text);
	const head = new ScannedHead(unfolded);
	head.scan();
	head.bodyOffset = bodyOffset;
	return head;
}

class ScannedHead implements MessageHead {
	kind: MessageHead['kind'] = 'unreadable';
	method = '';
	status = 0;
	cseq = -1;
	bodyOffset: number;
	readonly #text: string;
	/** Where the values begin that are cut out later; 0 where there is none. An empty Call-ID is none. */
	#callId = 0;
	#from = 0;
	#to = 0;
	#via = 0;
	#contact = 0;
	#expires = 0;
	#contentType = 0;
	#credentials = 0;
	/** Once they have been read: each message is compared by them with several others. */
	#fromTag: string | undefined;
	#toTag: string | undefined;

	constructor(text: string) {
		this.#text = text;
		this.bodyOffset = text.length;
	}

	get reason(): string {
		const line = startLineOf(this.#text);
		return line?.kind === 'response' ? line.reason : '';
	}

	get uri(): string {
		const line = startLineOf(this.#text);
		return line?.kind === 'request' ? line.uri : '';
	}

	get callId(): string {
		return this.#valueAt(this.#callId);
	}

	get from(): string {
		return this.#valueAt(this.#from);
	}

	get to(): string {
		return this.#valueAt(this.#to);
	}

	get fromTag(): string {
		return (this.#fromTag ??= tagIn(this.#text, this.#from, this.#endAt(this.#from)));
	}

	get toTag(): string {
		return (this.#toTag ??= tagIn(this.#text, this.#to, this.#endAt(this.#to)));
	}

	get branch(): string {
		return branchIn(this.#text, this.#via, this.#endAt(this.#via));
	}

	get contact(): string {
		return this.#valueAt(this.#contact);
	}

	get expires(): number {
		const value = this.#valueAt(this.#expires);
		return /^\d{1,10}$/.test(value) ? Number(value) : -1;
	}

	get contentType(): string {
		return this.#valueAt(this.#contentType);
	}

	get isComplete(): boolean {
		const found = this.#via > 0 && this.#from > 0 && this.#to > 0 && this.#callId > 0;
		return found && this.cseq >= 0;
	}

	get credentials(): string {
		return this.#valueAt(this.#credentials);
	}

	/** Returns false where a line is folded, so that what was found may be cut short. */
	scan(): boolean {
		const start = firstLine(this.#text);
		const feed = lineFeed(this.#text, start);
		const line = readStartLine(this.#text, start, contentEnd(this.#text, start, feed));
		if (line === undefined) return true;
		this.kind = line.kind;
		if (line.kind === 'request') this.method = line.method;
		else this.status = line.status;
		return this.#scanFields(feed + 1);
	}

	#scanFields(start: number): boolean {
		const text = this.#text;
		let seen = 0;
		for (let at = start, feed; at < text.length; at = feed + 1) {
			const first = text.charCodeAt(at);
			if (isBlank(first)) return false;
			if (first <= CR && isEmptyLine(text, at)) {
				this.bodyOffset = afterEmptyLine(text, at);
				break;
			}
			feed = lineFeed(text, at);
			for (let name = firstNameAt(text, at); name !== undefined; name = name.next) {
				const colon = colonAfter(name.letters, text, at, feed);
				if (colon < 0) continue;
				const value = afterBlanks(text, colon + 1);
				if ((seen & name.bit) === 0) this.#take(name.field, value, feed);
				seen |= name.bit;
				break;
			}
		}
		return true;
	}

	/** Takes the field whose value begins at `value`, in the line that ends at `feed`. */
	#take(field: HeadField, value: number, feed: number): void {
		switch (field) {
			case 'callId':
				if (value < valueEnd(this.#text, value, feed)) this.#callId = value;
				break;
			case 'cseq':
				this.#takeCSeq(value, valueEnd(this.#text, value, feed));
				break;
			case 'from':
				this.#from = value;
				break;
			case 'to':
				this.#to = value;
				break;
			case 'via':
				this.#via = value;
				break;
			case 'contact':
				this.#contact = value;
				break;
			case 'expires':
				this.#expires = value;
				break;
			case 'contentType':
				this.#contentType = value;
				break;
			case 'credentials':
				this.#credentials = value;
				break;
		}
	}

	#takeCSeq(value: number, end: number): void {
		const method = cseqMethodAt(this.#text, value, end);
		if (method < 0) return;
		this.cseq = cseqNumberAt(this.#text, value);
		if (this.kind === 'response') this.method = methodIn(this.#text, method, end);
	}

	#valueAt(at: number): string {
		return this.#text.slice(at, this.#endAt(at));
	}

	#endAt(at: number): number {
		return at === 0 ? 0 : valueEnd(this.#text, at, lineFeed(this.#text, at));
	}
}

function startLineOf(text: string): StartLine | undefined {
	const start = firstLine(text);
	return readStartLine(text, start, contentEnd(text, start, lineFeed(text, start)));
}

/** Where the value ends that begins at `start`, in the line that ends at `feed`. */
function valueEnd(text: string, start: number, feed: number): number {
	return beforeBlanks(text, start, contentEnd(text, start, feed));
}
