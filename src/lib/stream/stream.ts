import { now } from '../capture/clock.ts';
import { Recorder } from '../capture/recorder.ts';
import { printHeader } from '../formats/sipscope/header-json.ts';
import type { Unstamped } from '../trace/entry.ts';
import { TRACE_FORMAT, type TraceHeader } from '../trace/trace.ts';
import { uuid } from './uuid.ts';
import { isLoopback } from './loopback.ts';
import { STREAM_PROTOCOL, USUAL_ADDRESS } from './protocol.ts';
import { Sender } from './sender.ts';

export interface StreamOptions {
	/** Where Sipscope listens; `ws://127.0.0.1:4173/ingest` unless told. */
	to?: string;
	/** Also to another machine than this one, where whoever listens can read passwords' digests, names and numbers. */
	allowRemote?: boolean;
	/** What the trace is called; the page's title, or `Node`, unless told. */
	name?: string;
	/** Characters of entries that are kept while Sipscope is away: 16 million unless told. */
	mostCharacters?: number;
	/** Opens the connection to Sipscope; the global one unless told. */
	WebSocket?: typeof WebSocket;
}

const MOST_CHARACTERS = 16 * 1024 * 1024;

/**
 * What an app sees, on its way to Sipscope as a trace of its own. Nothing that happens here reaches the
 * app: it neither throws nor waits, and where it cannot work it says so once on the console.
 */
export class Stream {
	readonly #recorder: Recorder;
	readonly #sender: Sender | undefined;
	#users = 0;
	#warned = false;

	constructor(options: StreamOptions = {}) {
		this.#sender = this.#senderOf(options);
		this.#recorder = new Recorder(this.#sender ? [this.#sender] : []);
		this.#sender?.begin();
		// What a page is about to take with it goes now, if it can.
		globalThis.addEventListener?.('pagehide', () => this.flush());
	}

	/** Never throws. */
	record(entry: Unstamped): void {
		if (!this.#sender) return;
		try {
			this.#recorder.record(entry);
			if (this.#users === 0) this.#end();
		} catch (thrown) {
			this.#warn(String(thrown));
		}
	}

	/** Never throws. */
	flush(): void {
		try {
			this.#recorder.flush();
		} catch (thrown) {
			this.#warn(String(thrown));
		}
	}

	/** Somebody records. */
	join(): void {
		this.#users++;
		this.#sender?.begin();
	}

	/** Somebody records no more. The last one's leaving closes the connection, so that Node can end. */
	leave(): void {
		if (--this.#users === 0) this.#end();
	}

	#end(): void {
		this.flush();
		this.#sender?.end();
	}

	#senderOf(options: StreamOptions): Sender | undefined {
		const to = options.to ?? USUAL_ADDRESS;
		const Socket = options.WebSocket ?? globalThis.WebSocket;
		const problem = problemWith(to, options.allowRemote ?? false, Socket);
		if (problem !== undefined) return void this.#warn(problem);
		const header = headerOf(options.name ?? usualName());
		return new Sender({
			open: () => new Socket(to),
			hello: (from) => hello(header, from),
			mostCharacters: options.mostCharacters ?? MOST_CHARACTERS,
			onrefused: (reason) => this.#warn(`it was refused: ${reason}`)
		});
	}

	#warn(problem: string): void {
		if (this.#warned) return;
		this.#warned = true;
		console.warn(`Nothing is streamed to Sipscope: ${problem}`);
	}
}

function problemWith(to: string, allowRemote: boolean, Socket: unknown): string | undefined {
	if (!URL.canParse(to) || !/^wss?:$/.test(new URL(to).protocol))
		return `${to} is no WebSocket address.`;
	if (!allowRemote && !isLoopback(new URL(to)))
		return `${to} is another machine, which would see all that the phone sends. Set allowRemote if you mean it.`;
	return typeof Socket === 'function' ? undefined : 'there is no WebSocket; give one as an option.';
}

function headerOf(name: string): TraceHeader {
	return {
		id: uuid(),
		format: TRACE_FORMAT,
		name,
		source: 'stream',
		createdAt: now(),
		// Sipscope adds its own when it takes the stream.
		versions: { sipscope: '', browser: globalThis.navigator?.userAgent }
	};
}

/** A trace's header as a file has it, with what a stream adds. */
function hello(header: TraceHeader, from: number): string {
	const { sipscope, ...versions } = header.versions;
	void sipscope;
	const told = printHeader({ ...header, versions: versions as TraceHeader['versions'] });
	const added = { protocol: STREAM_PROTOCOL, stream: header.id, from };
	return `{${told},${JSON.stringify(added).slice(1)}`;
}

function usualName(): string {
	const { document, location } = globalThis;
	return document ? document.title || location.host || 'A page' : 'Node';
}
