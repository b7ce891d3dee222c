import { ActionError } from './action-error.ts';
import { ForwardedActions } from './forwarded-actions.ts';
import { holdIfFree, lockOfTab, standInLine, whenFree } from './locks.ts';
import { Memory } from './memory.ts';
import {
	messageOf,
	parseTabMessage,
	type Numbered,
	type Tab,
	type TabMessage
} from './tab-messages.ts';
import { openWire, type Wire } from './wire.ts';

export type { Tab } from './tab-messages.ts';

/** `none` where no tab has anything to run yet. */
export type Role = 'none' | 'real' | 'dummy';

export interface TabClientOptions<State, Action, Item extends Numbered> {
	/** Names the lock and the wire: tabs that share a phone have the same. */
	name: string;
	/** Throws where a tab of another version sent something else. */
	parseAction: (value: unknown) => Action;
	/** Seconds that whoever asks waits for the real tab. */
	limitOf: (action: Action) => number;
	/** Asked of the real tab after each `publish`. It is cloned. */
	describe: () => State;
	/** The real tab does it. Rejects where it failed, in words. */
	perform: (action: Action) => Promise<void>;
	/**
	 * This tab is real from now on. What the one before it left is there, if there was one; its last
	 * news too, as far as they cannot be had elsewhere.
	 */
	onreal: (state: State | undefined, items: readonly Item[]) => void | Promise<void>;
	/** A dummy is told what the real tab shows; `undefined` while there is none: the last is stale. */
	onstate: (state: State | undefined) => void;
	onnews: (items: readonly Item[]) => void;
	/** Role, real tab or number of tabs have changed. */
	onchange: () => void;
}

/** Milliseconds for the worker to pass on what is still on its way. */
const HEARING_TIME = 500;
/** Milliseconds more for what a tab says while it goes, which may come by another way, and later. */
const LAST_WORDS_TIME = 100;
/** Seconds that an action waits for a tab to become real. */
const VACANCY_TIME = 3;

/**
 * One tab among those that share a phone. Web Locks alone decide who is real: whoever holds the lock,
 * which the browser gives to the next in line as soon as the tab is gone. All else (who is there, what
 * the phone does, who wants what done) are messages, and may come late without harm.
 */
export class TabClient<State, Action, Item extends Numbered> {
	readonly tab: Tab;
	role: Role = 'none';
	/** The tab that is real, as far as is known. */
	real: Tab | undefined;
	readonly #options: TabClientOptions<State, Action, Item>;
	readonly #wire: Wire;
	readonly #memory = new Memory();
	readonly #forwarded = new ForwardedActions();
	/** The other tabs by id, with what stops watching them. */
	readonly #others = new Map<string, () => void>();
	/** Told of the next change of who is real. */
	readonly #waiting = new Set<() => void>();
	#leaveLine: (() => void) | undefined;
	#onheard: () => void = () => undefined;
	/** As the real tab: its term, and the last version of its state. */
	#term = 0;
	#version = 0;
	#publishing = false;
	/** What the tab before left has been taken over. */
	#ready: Promise<void> = Promise.resolve();

	/** Needs Web Locks. */
	static async join<State, Action, Item extends Numbered>(
		options: TabClientOptions<State, Action, Item>
	): Promise<TabClient<State, Action, Item>> {
		const id = crypto.randomUUID();
		await holdIfFree(lockOfTab(id));
		let number = 1;
		while (!(await holdIfFree(`${options.name}: tab number ${number}`))) number++;
		return new TabClient({ id, number }, options);
	}

	private constructor(tab: Tab, options: TabClientOptions<State, Action, Item>) {
		this.tab = tab;
		this.#options = options;
		this.#wire = openWire({
			name: options.name,
			onmessage: (data) => this.#receive(data),
			onopen: () => this.#sayHello(),
			onheard: () => this.#onheard()
		});
		addEventListener('freeze', this.#onfreeze);
		addEventListener('resume', this.#onresume);
	}

	/** How many other tabs share the phone. */
	get others(): number {
		return this.#others.size;
	}

	/**
	 * Does something with the phone, here or in the real tab. Where nobody is real this tab becomes so.
	 * @throws {ActionError} where another tab should have done it
	 */
	async act(action: Action): Promise<void> {
		this.#standInLine();
		if (!this.real) await this.#untilSomebodyIsReal();
		if (this.role === 'real') return this.#perform(action);
		if (!this.real) throw new ActionError('nobody', 'No tab runs the phone at the moment.');
		const seconds = this.#options.limitOf(action);
		const until = Date.now() + seconds * 1_000;
		await this.#forwarded.forward(seconds, (id) =>
			this.#send({ type: 'action', id, until, action })
		);
	}

	/** What the real tab shows has changed; several changes in one go are told as one. */
	publish(): void {
		if (this.role !== 'real' || this.#publishing) return;
		this.#publishing = true;
		queueMicrotask(() => {
			this.#publishing = false;
			this.#tellState();
		});
	}

	/** @param keepFrom news before this number can be had elsewhere, and need not be kept for others */
	tell(items: readonly Item[], keepFrom: number): void {
		if (this.role !== 'real') return;
		const news = messageOf(this.tab, {
			type: 'news',
			term: this.#term,
			items: [...items],
			keepFrom
		});
		this.#memory.note(news);
		// A tab that comes later is told what it missed.
		if (this.others > 0) this.#wire.send(news);
	}

	/** The page goes. @returns whether another tab will be real, so that the phone lives on */
	leave(): boolean {
		if (this.role !== 'real') return true;
		if (this.others > 0) return true;
		this.#send({ type: 'bye' });
		return false;
	}

	/** Has nothing more to do with the other tabs. Not for a real one. */
	part(): void {
		removeEventListener('freeze', this.#onfreeze);
		removeEventListener('resume', this.#onresume);
		this.#leaveLine?.();
		for (const stopWatching of this.#others.values()) stopWatching();
		this.#others.clear();
		this.#forwarded.abandon();
		this.#wire.close();
		this.role = 'none';
		this.real = undefined;
		this.#options.onchange();
	}

	#standInLine(): void {
		this.#leaveLine ??= standInLine(this.#options.name, () => void this.#take());
	}

	/** A frozen page could be given the role and do nothing with it. */
	#onfreeze = () => {
		if (this.role !== 'dummy') return;
		this.#leaveLine?.();
		this.#leaveLine = undefined;
	};

	#onresume = () => {
		if (this.role === 'dummy') this.#standInLine();
	};

	/** The lock is this tab's. */
	async #take(): Promise<void> {
		this.#forwarded.abandon();
		// What the last real tab told may still be on its way.
		await this.#hear();
		if (this.#memory.state) await after(LAST_WORDS_TIME);
		const state = this.#memory.state?.state as State | undefined;
		const items = this.#memory.items as readonly Numbered[] as readonly Item[];
		// The clock, for a tab that was told nothing: its term must not be an earlier one's.
		this.#term = Math.max(this.#memory.term + 1, Date.now());
		this.#version = 0;
		this.role = 'real';
		this.#ready = Promise.resolve(this.#options.onreal(state, items));
		this.#setReal(this.tab);
		await this.#ready;
		this.#tellState();
	}

	#hear(): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, HEARING_TIME);
			this.#onheard = () => {
				clearTimeout(timer);
				resolve();
			};
			this.#sayHello();
		});
	}

	#sayHello(): void {
		this.#send({ type: 'hello' });
		if (this.role === 'real') this.#tellAll();
	}

	#tellState(): void {
		const state = this.#options.describe();
		const count = { term: this.#term, version: ++this.#version };
		const message = messageOf(this.tab, { type: 'state', ...count, state });
		this.#memory.note(message);
		this.#wire.send(message);
	}

	#tellAll(): void {
		for (const message of this.#memory.recall()) this.#wire.send(message);
	}

	#send(message: Parameters<typeof messageOf>[1]): void {
		this.#wire.send(messageOf(this.tab, message));
	}

	#receive(data: unknown): void {
		const message = parseTabMessage(data);
		if (!message || message.from.id === this.tab.id) return;
		this.#meet(message.from);
		if (message.type === 'action') return void this.#answer(message);
		if (message.type === 'answer') return this.#settle(message);
		// A worker that is still there forgets; a tab that is in line must not.
		if (message.type === 'bye' || !this.#memory.note(message)) return;
		if (message.type === 'hello' && this.role === 'real') this.#tellAll();
		if (this.role === 'real') return;
		if (message.type === 'news')
			this.#options.onnews(message.items as readonly Numbered[] as readonly Item[]);
		if (message.type === 'state') this.#follow(message.from, message.state as State);
	}

	#follow(real: Tab, state: State): void {
		this.role = 'dummy';
		this.#standInLine();
		if (this.real?.id !== real.id) {
			this.#forwarded.abandon();
			this.#setReal(real);
			// The new one does not know who is there.
			this.#sayHello();
		}
		this.#options.onstate(state);
	}

	#meet({ id }: Tab): void {
		if (this.#others.has(id)) return;
		this.#others.set(
			id,
			whenFree(lockOfTab(id), () => this.#miss(id))
		);
		this.#options.onchange();
	}

	#miss(id: string): void {
		this.#others.delete(id);
		if (this.real?.id === id) {
			this.#forwarded.abandon();
			this.#setReal(undefined);
			this.#options.onstate(undefined);
		}
		this.#options.onchange();
	}

	#setReal(real: Tab | undefined): void {
		this.real = real;
		this.#options.onchange();
		for (const tell of this.#waiting) tell();
		this.#waiting.clear();
	}

	#untilSomebodyIsReal(): Promise<void> {
		return new Promise((resolve) => {
			setTimeout(resolve, VACANCY_TIME * 1_000);
			this.#waiting.add(resolve);
		});
	}

	async #perform(action: Action): Promise<void> {
		await this.#ready;
		await this.#options.perform(action);
	}

	async #answer({
		from,
		id,
		until,
		action
	}: Extract<TabMessage, { type: 'action' }>): Promise<void> {
		if (this.role !== 'real' || Date.now() > until) return;
		const error = await this.#errorOf(action);
		this.#send({ type: 'answer', to: from.id, id, ...(error !== undefined && { error }) });
	}

	async #errorOf(action: unknown): Promise<string | undefined> {
		try {
			await this.#perform(this.#options.parseAction(action));
			return undefined;
		} catch (thrown) {
			return thrown instanceof Error ? thrown.message : String(thrown);
		}
	}

	#settle({ to, id, error }: Extract<TabMessage, { type: 'answer' }>): void {
		if (to !== this.tab.id) return;
		this.#forwarded.answered(
			id,
			error === undefined ? undefined : new ActionError('failed', error)
		);
	}
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
