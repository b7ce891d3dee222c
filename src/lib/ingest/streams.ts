import type { StreamRefusal, StreamsMessage, StreamView } from '../stream/page-protocol.ts';
import { AppStream } from './app-stream.ts';
import type { Hello } from './hello.ts';
import type { PageLink } from './page-link.ts';

const MOST_STREAMS = 64;
const MOST_REFUSALS = 5;
/** A stream whose app is gone, and whose entries are stored, may come back for so long; in milliseconds. */
const REMEMBERED = 60_000;

/** All streams, and the page that stores them: the first of those that are open. */
export class Streams {
	readonly #streams = new Map<string, AppStream>();
	readonly #pages = new Set<PageLink>();
	#refusals: readonly StreamRefusal[] = [];

	/** Those that go on, and those of which something is not stored yet. */
	get views(): StreamView[] {
		return [...this.#streams.values()].filter((stream) => !stream.isOver).map(({ view }) => view);
	}

	/** The stream that a header names, begun if it is new; `undefined` where there are too many. */
	open(hello: Hello, now: number): AppStream | undefined {
		this.#forgetOld(now);
		const known = this.#streams.get(hello.stream);
		if (known) return known;
		if (this.#streams.size >= MOST_STREAMS) return undefined;
		const stream = new AppStream(hello);
		this.#streams.set(hello.stream, stream);
		return stream;
	}

	/** Entries have come, or a connection has come or gone. */
	moved(stream: AppStream): void {
		this.#writer?.pump(stream);
		this.#regulate();
	}

	stored(page: PageLink, id: string, next: number): void {
		const stream = this.#streams.get(id);
		if (!stream || page !== this.#writer) return;
		stream.stored(next);
		this.moved(stream);
		if (stream.isOver) this.announce();
	}

	openPage(page: PageLink): void {
		this.#pages.add(page);
		this.#beginPage(page);
	}

	/** The next page, if there is one, stores from here on. */
	closePage(page: PageLink): void {
		const wasWriter = page === this.#writer;
		this.#pages.delete(page);
		if (wasWriter && this.#writer) this.#beginPage(this.#writer);
	}

	refused(refusal: StreamRefusal): void {
		const { origin, reason } = refusal;
		// Who tries again and again is told of once.
		const others = this.#refusals.filter((one) => one.origin !== origin || one.reason !== reason);
		this.#refusals = [refusal, ...others].slice(0, MOST_REFUSALS);
		this.announce();
	}

	/** Tells all pages how things are. */
	announce(): void {
		for (const page of this.#pages) page.tell(this.#messageFor(page));
	}

	get #writer(): PageLink | undefined {
		const [first] = this.#pages;
		return first;
	}

	#beginPage(page: PageLink): void {
		page.tell(this.#messageFor(page));
		if (page !== this.#writer) return;
		for (const stream of this.#streams.values()) {
			stream.buffer.rewind();
			page.pump(stream);
		}
	}

	#messageFor(page: PageLink): StreamsMessage {
		const refusals = [...this.#refusals];
		return { type: 'streams', streams: this.views, refusals, writes: page === this.#writer };
	}

	#regulate(): void {
		const all = [...this.#streams.values()];
		const kept = all.reduce((sum, { buffer }) => sum + buffer.characters, 0);
		for (const stream of all) stream.regulate(kept);
	}

	/** What nobody needs any more. What is not stored yet is kept, and others have to wait for it. */
	#forgetOld(now: number): void {
		for (const [id, { goneAt = now, isOver }] of this.#streams)
			if (isOver && now - goneAt > REMEMBERED) this.#streams.delete(id);
	}
}
