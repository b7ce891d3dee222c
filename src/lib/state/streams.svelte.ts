import { locksWork, standInLine } from '../phone/tabs/locks.ts';
import type { StreamRefusal, StreamsMessage, StreamView } from '../stream/page-protocol.ts';
import type { Entry } from '../trace/entry.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { StreamLink } from './stream-link.ts';
import { StreamedTrace } from './streamed-trace.ts';

export type { StreamRefusal, StreamView };

/** Whether apps can stream to this browser. */
export type Reach =
	| 'looking'
	| 'open'
	/** Another browser stores what is streamed. */
	| 'elsewhere'
	/** No server of Sipscope answers. */
	| 'unreachable';

/** What tabs of this browser tell each other; the one that has the lock tells the others. */
type TabNews =
	| { type: 'hello' }
	| { type: 'streams'; message: StreamsMessage; reach: Reach }
	| { type: 'entries'; stream: string; entries: Entry[] }
	| { type: 'begun' };

/** One tab connects and stores, all show. */
const NAME = 'sipscope streams';
/** Milliseconds that a new tab waits for what is known. */
const FIRST_STATE_TIME = 2_000;
/** Traces in memory whose streams are over. */
const MOST_GONE = 8;

/** What apps stream to this Sipscope, each as a trace of its own. */
class Streams {
	list = $state.raw<readonly StreamView[]>([]);
	/** Who was not let in, newest first. */
	refusals = $state.raw<readonly StreamRefusal[]>([]);
	reach = $state<Reach>('looking');
	/** Why entries are not stored, in words. */
	failure = $state<string>();
	/** Counts the traces that storage has begun. */
	begun = $state(0);
	/** It is known who streams, or nobody tells. */
	ready: Promise<void> = Promise.resolve();

	/** Counts the traces that were made. */
	#made = $state(0);
	readonly #traces = new Map<string, StreamedTrace>();
	readonly #stored = new Set<string>();
	#link: StreamLink | undefined;
	#channel: BroadcastChannel | undefined;
	#told: StreamsMessage | undefined;
	#heard: () => void = () => undefined;

	/** Begins to take what apps stream, in this tab or with the one that does. */
	share(): void {
		const heard = new Promise<void>((resolve) => (this.#heard = resolve));
		this.ready = Promise.race([heard, after(FIRST_STATE_TIME)]);
		void this.#share();
	}

	of(id: string): StreamView | undefined {
		return this.list.find((view) => view.id === id);
	}

	/** The trace of a stream that has sent something. Subscribes. */
	traceOf(id: string): OpenTrace | undefined {
		void this.#made;
		return this.#traces.get(id)?.trace;
	}

	rename(id: string, name: string): void {
		this.#traces.get(id)?.rename(name);
	}

	async #share(): Promise<void> {
		if (!(await locksWork())) return this.#open();
		this.#channel = new BroadcastChannel(NAME);
		this.#channel.onmessage = ({ data }) => this.#hear(data as TabNews);
		standInLine(NAME, () => this.#open());
		this.#say({ type: 'hello' });
	}

	#open(): void {
		this.#link = new StreamLink({
			onstreams: (message) => {
				this.#note(message, message.writes ? 'open' : 'elsewhere');
				this.#tell();
			},
			onentries: (stream, entries) => this.#take(stream, entries),
			onlost: () => {
				const streams = this.list.map((view) => ({ ...view, connected: false }));
				this.#note({ type: 'streams', streams, refusals: [], writes: false }, 'unreachable');
				this.#tell();
			}
		});
	}

	#hear(news: TabNews): void {
		if (news.type === 'hello') this.#tell();
		else if (this.#link) return;
		else if (news.type === 'streams') this.#note(news.message, news.reach);
		else if (news.type === 'entries') this.#traceOf(news.stream)?.show(news.entries);
		else this.begun++;
	}

	#note(message: StreamsMessage, reach: Reach): void {
		this.#told = message;
		this.list = message.streams;
		this.refusals = message.refusals;
		this.reach = reach;
		this.#forgetOld();
		for (const { id, count } of this.list) if (count > 0) this.#traceOf(id);
		this.#heard();
	}

	/** A view may look at one that is gone, and whose app comes back when its server is started again. */
	#forgetOld(): void {
		const gone = [...this.#traces.keys()].filter((id) => !this.of(id));
		for (const id of gone.slice(0, -MOST_GONE)) this.#traces.delete(id);
	}

	#take(id: string, entries: Entry[]): void {
		const trace = this.#traceOf(id);
		if (!trace) return;
		trace.show(entries);
		this.#say({ type: 'entries', stream: id, entries });
		trace.store(entries, {
			onstored: (next) => {
				this.#link?.stored(id, next);
				this.#noteBegun(id);
			},
			onfailure: (failure) => (this.failure = failure)
		});
	}

	#traceOf(id: string): StreamedTrace | undefined {
		const view = this.of(id);
		if (!view) return undefined;
		const known = this.#traces.get(id);
		if (known) return known;
		const trace = new StreamedTrace(view);
		this.#traces.set(id, trace);
		this.#made++;
		return trace;
	}

	#noteBegun(id: string): void {
		if (this.#stored.has(id)) return;
		this.#stored.add(id);
		this.begun++;
		this.#say({ type: 'begun' });
	}

	#tell(): void {
		if (this.#link && this.#told)
			this.#say({ type: 'streams', message: this.#told, reach: this.reach });
	}

	#say(news: TabNews): void {
		this.#channel?.postMessage(news);
	}
}

const after = (milliseconds: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export const streams = new Streams();
