import { z } from 'zod';
import { chosen, form } from './chosen.ts';

const milliseconds = z.number('must be milliseconds').min(0, 'must not be negative');
const status = z.int('must be a status').min(100, 'must be a status').max(699, 'must be a status');
const text = z.string('must be a text');
const headers = z.record(z.string(), text, 'must be an object of header fields');
const yes = z.literal(true, 'must be true');
/** Milliseconds after what set it off; at once unless told. */
const after = milliseconds.optional();

/** How a message of the edge differs when it leaves. */
const change = z
	.strictObject({
		status,
		reason: text,
		/** Header fields that get another value, or are added. */
		set: headers,
		remove: z.array(text, 'must be a list of header names'),
		/** Header names that are spelt otherwise: `{ "Call-Id": "Call-ID" }`. */
		rename: headers,
		/** A text within a header field, wherever it is there. */
		replace: z.strictObject({ header: text, text: text.min(1, 'must not be empty'), by: text }),
		body: text,
		/** The whole frame is this text instead. */
		text
	})
	.partial();

const answer = z.strictObject({
	status,
	reason: text.optional(),
	headers: headers.optional(),
	body: text.optional()
});

const send = z.strictObject({
	method: form(/^[A-Z]+$/, 'must be a method such as "NOTIFY"'),
	headers: headers.optional(),
	body: text.optional(),
	/** In the dialog of what set it off, or in one that the phone does not know (unless told). */
	dialog: z.enum(['same', 'unknown'], 'must be "same" or "unknown"').optional(),
	/** With the number of the request that set it off, or one of the edge's own (unless told). */
	cseq: z.enum(['same', 'own'], 'must be "same" or "own"').optional()
});

const call = z.strictObject({
	from: text,
	to: text,
	name: text.optional(),
	answerAfter: milliseconds.optional(),
	withoutOffer: z.boolean('must be true or false').optional()
});

/** What can be done, by the word that says it. A step is one of these. */
export const steps = {
	/** The message goes no further. */
	drop: z.strictObject({ drop: yes }),
	/** The message goes further after so many milliseconds; others overtake it. */
	delay: z.strictObject({ delay: milliseconds }),
	/** The edge's message leaves so many times more. */
	repeat: z.strictObject({
		repeat: z.int('must be a whole number').min(1, 'must be 1 to 100').max(100, 'must be 1 to 100')
	}),
	/** The edge's message leaves after its next one to the same phone. */
	swap: z.strictObject({ swap: yes }),
	change: z.strictObject({ change }),
	/** The phone's request is answered so, and the edge never sees it. */
	answer: z.strictObject({ answer, after }),
	/** The phone is sent a request of no call that the edge knows. */
	send: z.strictObject({ send, after }),
	/** The phone's socket is closed with this code; 1006 cuts it without a word. */
	disconnect: z.strictObject({
		disconnect: z
			.int('must be a close code')
			.min(1000, 'must be a close code')
			.max(4999, 'must be a close code'),
		reason: text.optional(),
		after
	}),
	/** The phone's socket stays open, and nothing passes any more, either way. */
	silence: z.strictObject({ silence: yes, after }),
	/** The edge forgets bindings and calls, and closes all sockets. */
	restart: z.strictObject({ restart: yes, after }),
	/** New sockets are refused with this HTTP status, for so long; for good unless told. */
	refuse: z.strictObject({
		refuse: z.strictObject({
			status: z
				.int('must be a status')
				.min(400, 'must be 4xx or 5xx')
				.max(599, 'must be 4xx or 5xx'),
			proxy: z.enum(['primary', 'backup'], 'must be "primary" or "backup"').optional(),
			for: milliseconds.optional()
		}),
		after
	}),
	/** Somebody outside calls an extension. */
	call: z.strictObject({ call, after })
} as const;

export type StepName = keyof typeof steps;
export type Step = z.infer<(typeof steps)[StepName]>;
export type Change = z.infer<typeof change>;
export type ScriptedAnswer = z.infer<typeof answer>;
export type ScriptedRequest = z.infer<typeof send>;

const NAMES = Object.keys(steps) as StepName[];

/** The word that says what a step does. */
export function nameOf(step: object): StepName | undefined {
	return NAMES.find((name) => name in step);
}

export const stepSchema = chosen<Step>((value) => {
	if (typeof value !== 'object' || value === null) return 'must be an object';
	const name = nameOf(value);
	return name ? steps[name] : `must have one of ${NAMES.map((each) => `"${each}"`).join(', ')}`;
});
