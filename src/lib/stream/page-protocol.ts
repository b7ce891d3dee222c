/** What travels between Sipscope's server and its page: who streams, and what. */

/** Where a page of Sipscope itself connects to get what is streamed. */
export const PAGE_PATH = '/ingest/page';

/** One stream, as the server knows it. */
export interface StreamView {
	/** Also the trace's. */
	id: string;
	name: string;
	/** In microseconds since the epoch, by the app's clock. */
	createdAt: number;
	versions: Readonly<Record<string, string>>;
	/** The page that streams; absent where it is none: Node, say. */
	origin?: string;
	connected: boolean;
	/** Entries that have come so far. */
	count: number;
}

/** Somebody who was not let in. */
export interface StreamRefusal {
	origin?: string;
	/** In words. */
	reason: string;
	/** In milliseconds since the epoch. */
	at: number;
}

/** What the server says of all streams, whenever something changed. */
export interface StreamsMessage {
	type: 'streams';
	streams: StreamView[];
	/** The latest, newest first. */
	refusals: StreamRefusal[];
	/** Whether this page is the one that stores: only then it gets entries. */
	writes: boolean;
}

/** The first line of a message that has entries in the others. */
export interface EntriesHead {
	type: 'entries';
	stream: string;
}

/** What the page says: all before `next` is stored. */
export interface StoredMessage {
	type: 'stored';
	stream: string;
	next: number;
}
