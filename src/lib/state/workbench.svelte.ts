import type { Analysis } from '../analysis/analysis.ts';
import type { Conversation } from '../analysis/calls/conversation.ts';
import type { Finding } from '../analysis/rules/finding.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Surroundings } from '../query/conditions/condition.ts';
import { isFilterError } from '../query/filter-error.ts';
import { matches, parseFilter, type Filter } from '../query/filter.ts';
import type { Entry } from '../trace/entry.ts';
import type { Sequence } from '../trace/sequence.ts';
import type { Matching } from './matching.ts';
import { presentOf } from './present.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { type Instant, MILLISECOND } from '../trace/instant.ts';
import { Find } from './find.svelte.ts';
import { Searches } from './searches.svelte.ts';
import type { View, Where } from './where.ts';

/** Settles once the place has changed. */
export type Navigate = (where: Where, options: { replace: boolean }) => unknown;

/** The entries of a conversation, as it was at a revision. */
interface ConversationEntries {
	conversation: Conversation;
	revision: number;
	list: readonly Entry[];
}

/** One trace with what is looked at in it; the URL is the source, selecting navigates. */
export class Workbench {
	readonly trace: OpenTrace;
	readonly #where: () => Where;
	readonly #navigate: Navigate;
	readonly #searches: Searches;
	readonly find: Find;
	/** While one scrubs: the URL follows when one lets go. */
	#scrubbed = $state<Instant>();
	#ofConversation: ConversationEntries | undefined;

	constructor(trace: OpenTrace, where: () => Where, navigate: Navigate) {
		this.trace = trace;
		this.#searches = new Searches(trace);
		this.find = new Find(this);
		this.#where = where;
		this.#navigate = navigate;
	}

	readonly view: View = $derived.by(() => this.#where().view);
	readonly filterText: string = $derived.by(() => this.#where().filter);
	readonly filter = $derived.by(() => parseFilter(this.filterText));

	readonly conversation: Conversation | undefined = $derived.by(() => {
		void this.trace.version;
		const id = this.#where().conversation;
		return id === undefined ? undefined : conversationOf(this.trace.analysis, id);
	});

	readonly selected: SeenMessage | undefined = $derived.by(() => {
		void this.trace.version;
		const seq = this.#where().message;
		return seq === undefined ? undefined : this.trace.analysis.messageAt(seq);
	});

	/** What the selected message is compared with; a message is not compared with itself. */
	readonly compared: SeenMessage | undefined = $derived.by(() => {
		void this.trace.version;
		const { compare, message } = this.#where();
		if (compare === undefined || compare === message || !this.selected) return undefined;
		return this.trace.analysis.messageAt(compare);
	});

	/** Where a range begins that ends at the selected message. */
	#anchor = $state<number>();
	/** The messages from one to another, by `seq`, that are selected together; `undefined` where one is at most. */
	readonly range: { readonly first: number; readonly last: number } | undefined = $derived.by(
		() => {
			const [anchor, end] = [this.#anchor, this.selected?.entry.seq];
			if (anchor === undefined || end === undefined || anchor === end) return undefined;
			return { first: Math.min(anchor, end), last: Math.max(anchor, end) };
		}
	);

	#marked = $state<number>();
	/** The message that was marked, so that another can be compared with it. */
	readonly marked: SeenMessage | undefined = $derived.by(() =>
		this.#marked === undefined ? undefined : this.trace.analysis.messageAt(this.#marked)
	);

	/** When the trace begins. */
	readonly start: Instant = $derived.by(() => {
		void this.trace.version;
		return this.trace.entries[0]?.at ?? this.trace.header.createdAt;
	});

	/** The moment that was chosen to look from; `undefined` is the present, or the end of a stored trace. */
	readonly moment: Instant | undefined = $derived.by(() => {
		const { moment } = this.#where();
		return this.#scrubbed ?? (moment === undefined ? undefined : this.start + moment);
	});

	/** The instant that the trace is looked at from. */
	readonly now: Instant = $derived.by(() => this.moment ?? presentOf(this.trace));

	/** All messages of the trace. */
	readonly total: number = $derived.by(() => {
		void this.trace.version;
		return this.trace.analysis.messages.length;
	});

	/** What the filter leaves of what is looked at; `undefined` where there is none, or one in error. */
	readonly #matching: { readonly of: Matching } | undefined = $derived.by(() => {
		const { filter } = this;
		if (this.filterText.trim() === '' || isFilterError(filter)) return undefined;
		const all = this.conversation?.messages ?? this.trace.analysis.messages;
		return { of: this.#searches.of(all, filter) };
	});

	/**
	 * The messages that the chosen conversation and the filter leave; a filter in error hides none. As they
	 * come the list grows; where others are meant, it is another list.
	 */
	readonly messages: { readonly list: Sequence<SeenMessage> } = $derived.by(() => {
		void this.trace.version;
		const all = this.conversation?.messages ?? this.trace.analysis.messages;
		return { list: this.#matching?.of.list ?? all };
	});

	/** How many messages have been searched, while others have yet to be. */
	readonly searched: number | undefined = $derived.by(() => {
		const matching = this.#matching?.of;
		return matching?.searching ? matching.tested : undefined;
	});

	/** How many have been searched, where the search was ended early. */
	readonly searchStoppedAt: number | undefined = $derived.by(() => {
		const matching = this.#matching?.of;
		return matching?.stopped ? matching.tested : undefined;
	});

	stopSearching(): void {
		this.#searches.stop();
	}

	/** The conversations with a message that the filter leaves, in the order in which they began. */
	readonly conversations: readonly Conversation[] = $derived.by(() => {
		void this.trace.version;
		const { filter } = this;
		const { conversations, messages } = this.trace.analysis;
		if (this.filterText.trim() === '' || isFilterError(filter)) return conversations.slice();
		return this.#withCalls(this.#searches.of(messages, filter));
	});

	#withCalls({ found }: Matching): Conversation[] {
		const { analysis, columns } = this.trace;
		const isFound = new Uint8Array(columns.calls.list.length);
		const calls = columns.call.view();
		for (const place of found.view()) isFound[calls[place] ?? 0] = 1;
		return analysis.conversations.filter((conversation) =>
			conversation.calls.some((call) => isFound[columns.calls.find(call) ?? -1] === 1)
		);
	}

	/** What went wrong in the chosen conversation, by evidence that the filter leaves. */
	readonly findings: readonly Finding[] = $derived.by(() => {
		void this.trace.version;
		const { conversation, filter } = this;
		const { findings, analysis } = this.trace;
		const all = conversation ? findings.ofConversation(conversation) : findings.list;
		if (this.filterText.trim() === '' || isFilterError(filter)) return all;
		const isLeft = (seq: number) => {
			const message = analysis.messageAt(seq);
			return message !== undefined && this.#matches(filter, message);
		};
		return all.filter(({ evidence }) => evidence.some(isLeft));
	});

	/** What the ladder draws: as `messages`; marks too, as long as no filter is set. */
	readonly entries: { readonly list: Sequence<Entry> } = $derived.by(() => {
		if (this.#matching) return { list: this.#matching.of.entries };
		const { conversation } = this;
		void this.trace.version;
		return { list: conversation ? this.#entriesOf(conversation) : this.trace.entries };
	});

	#entriesOf(conversation: Conversation): readonly Entry[] {
		const { revision, calls, messages } = conversation;
		const known = this.#ofConversation;
		if (known?.conversation === conversation && known.revision === revision) return known.list;
		const marks = calls.flatMap((call) => call.marks);
		const entries = [...messages.map((message) => message.entry), ...marks];
		const list = entries.sort((a, b) => a.seq - b.seq);
		this.#ofConversation = { conversation, revision, list };
		return list;
	}

	#matches(filter: Filter, message: SeenMessage): boolean {
		return matches(filter, message, this.surroundings);
	}

	/** What a filter asks of messages beyond themselves. */
	get surroundings(): Surroundings {
		const { trace } = this;
		return {
			analysis: trace.analysis,
			// Who does not ask for findings need not hear of new ones.
			findingsAt: (seq) => trace.findings.at(seq),
			startedAt: trace.entries[0]?.at ?? trace.header.createdAt
		};
	}

	/** @param extend together with those from where the selection began */
	select(message: number | undefined, extend = false): void {
		this.#anchor = extend ? (this.#anchor ?? this.selected?.entry.seq) : undefined;
		// Walking through a list should not bury the page one came from under a hundred steps.
		this.#navigate({ ...this.#where(), message }, { replace: this.selected !== undefined });
	}

	/** Goes from one message to another, from which Back leads to the first. */
	follow(message: number): void {
		this.#anchor = undefined;
		this.#navigate({ ...this.#where(), message }, { replace: false });
	}

	/** Compares the selected message with another; `undefined` ends it. */
	compareWith(compare: number | undefined): void {
		this.#navigate({ ...this.#where(), compare }, { replace: false });
	}

	/** Marks the selected message; once more takes the mark away. */
	markToCompare(): void {
		const seq = this.selected?.entry.seq;
		this.#marked = seq === this.#marked ? undefined : seq;
	}

	/** Goes to another place, from which Back leads here. */
	go(change: Partial<Where>): void {
		this.#navigate({ ...this.#where(), ...change }, { replace: false });
	}

	/** Looks from another moment for now. */
	scrub(moment: Instant): void {
		this.#scrubbed = moment;
	}

	/** Looks from another moment; `undefined` is the present. */
	async lookFrom(moment: Instant | undefined): Promise<void> {
		// The URL has milliseconds: what was seen at that moment is to be seen from it.
		const elapsed =
			moment === undefined
				? undefined
				: Math.ceil((moment - this.start) / MILLISECOND) * MILLISECOND;
		this.#scrubbed = elapsed === undefined ? undefined : this.start + elapsed;
		const replace = this.#where().moment !== undefined;
		await this.#navigate({ ...this.#where(), moment: elapsed }, { replace });
		this.#scrubbed = undefined;
	}

	show(view: View): void {
		this.#navigate({ ...this.#where(), view, compare: undefined }, { replace: false });
	}

	selectConversation(conversation: string | undefined): void {
		// As with messages: a walk through the calls is one step.
		const replace = this.view === 'calls' && this.conversation !== undefined;
		const place = { conversation, message: undefined, compare: undefined };
		this.#navigate({ ...this.#where(), ...place }, { replace });
	}

	setFilter(filter: string): void {
		this.#navigate({ ...this.#where(), filter }, { replace: true });
	}

	/** Where a change would lead, for links. */
	where(change: Partial<Where> = {}): Where {
		return { ...this.#where(), ...change };
	}
}

/** By its id; or the one that a conversation of this id, an older link's, turned out to be part of. */
function conversationOf({ conversations, calls }: Analysis, id: string): Conversation | undefined {
	return (
		conversations.find((conversation) => conversation.id === id) ??
		calls.find((call) => call.callId === id)?.conversation
	);
}
