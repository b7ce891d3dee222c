import { z } from 'zod';
import { chosen, form } from './chosen.ts';

const status = z.union(
	[z.int().min(100).max(699), z.string().regex(/^[1-6]xx$/)],
	'must be a status such as 486, or a class such as "4xx"'
);
const whole = z.int('must be a whole number').min(1, 'counts from 1');

/** Which of the messages that match is meant, the first being 1; all of them unless told. */
const nth = z.union(
	[whole, z.array(whole).min(1), z.strictObject({ from: whole, to: whole.optional() })],
	'must be 2, [1, 3] or { "from": 2 }'
);

/** A message between the edge and a phone: every field that is given must fit. */
const messageSchema = z.strictObject({
	/** Who sends it. */
	from: z.enum(['phone', 'edge'], 'must be "phone" or "edge"'),
	/** `REGISTER`; `*` is any. Of a response, its request's. */
	method: form(/^([A-Z]+|\*)$/, 'must be a method such as "INVITE", or "*"'),
	/** With it a response is meant, without it a request. */
	status: status.optional(),
	/** Whose phone it is. */
	extension: z.string('must be a text such as "101"').optional(),
	/** Which phone it is, by its instance id. */
	instance: z.string('must be a text').optional(),
	/** What a phone dialled, or who the edge says is calling, as in the URI. */
	number: z.string('must be a text such as "102"').optional(),
	/** Of an INFO its `command`, of a MESSAGE its `Cmd`. */
	command: z
		.union([z.string(), z.int()], 'must be a command such as "callpark", or a Cmd such as 17')
		.optional(),
	/** Whether the request has credentials, as the second one of each pair does. */
	credentials: z.boolean('must be true or false').optional(),
	/** Whether the request belongs to a call that stands, as a hold does. */
	dialog: z.boolean('must be true or false').optional(),
	/** Which of the two proxies of its `sipInfo` the phone dialled. */
	proxy: z.enum(['primary', 'backup'], 'must be "primary" or "backup"').optional(),
	nth: nth.optional(),
	/** Whose messages are counted for `nth`: those of each extension, unless told. */
	per: z
		.enum(['connection', 'extension', 'edge'], 'must be "connection", "extension" or "edge"')
		.optional()
});

/** The scenario begins, or a phone connects. */
const eventSchema = z.strictObject({
	event: z.enum(['start', 'connected'], 'must be "start" or "connected"')
});

export type MessageTrigger = z.infer<typeof messageSchema>;
export type EventTrigger = z.infer<typeof eventSchema>;
export type Trigger = MessageTrigger | EventTrigger;

export const triggerSchema = chosen<Trigger>((value) => {
	if (typeof value !== 'object' || value === null) return 'must be an object';
	return 'event' in value ? eventSchema : messageSchema;
});
