import * as z from 'zod';

// The policy of many pages forbids code that is made at run time.
z.config({ jitless: true });

/** Of these messages. A page of another version is not understood, and not guessed at. */
const VERSION = 1;

/** One open page. */
export interface Tab {
	/** Never used again. */
	id: string;
	/** 1 for the first; what people call it. */
	number: number;
}

/** One thing in a stream that never ends, in order and without gaps. */
export interface Numbered {
	seq: number;
}

const tab = z.object({ id: z.string(), number: z.int().positive() });
const head = { v: z.literal(VERSION), from: tab };
/** A greater one for each real tab that there has been. */
const term = z.int().positive();
/** Checked by its number alone, since there may be thousands a second. */
const numbered = z.custom<Numbered>(
	(value) => typeof value === 'object' && value !== null && 'seq' in value
);

/** What tabs tell each other. What a state or an action is, the app knows. */
const tabMessage = z.discriminatedUnion('type', [
	/** I am here. Who is real answers with what it knows. */
	z.object({ ...head, type: z.literal('hello') }),
	/** The real tab's whole state. A later one of its term has a greater version. */
	z.object({ ...head, type: z.literal('state'), term, version: z.int(), state: z.unknown() }),
	/** What else happened in the real tab; before `keepFrom` it can be had elsewhere. */
	z.object({
		...head,
		type: z.literal('news'),
		term,
		items: z.array(numbered),
		keepFrom: z.int()
	}),
	/** Please do this, but not after `until`, in milliseconds since the epoch: by then nobody waits. */
	z.object({
		...head,
		type: z.literal('action'),
		id: z.string(),
		until: z.number(),
		action: z.unknown()
	}),
	/** It is done, or why not. */
	z.object({
		...head,
		type: z.literal('answer'),
		to: z.string(),
		id: z.string(),
		error: z.string().optional()
	}),
	/** The last tab goes, and nothing goes on. */
	z.object({ ...head, type: z.literal('bye') })
]);

export type TabMessage = z.infer<typeof tabMessage>;
export type StateMessage = Extract<TabMessage, { type: 'state' }>;
export type NewsMessage = Extract<TabMessage, { type: 'news' }>;

type WithoutHead<M> = M extends TabMessage ? Omit<M, 'v' | 'from'> : never;

export function messageOf(from: Tab, message: WithoutHead<TabMessage>): TabMessage {
	return { v: VERSION, from, ...message };
}

/** `undefined` where it is none of ours. */
export function parseTabMessage(value: unknown): TabMessage | undefined {
	const parsed = tabMessage.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}
