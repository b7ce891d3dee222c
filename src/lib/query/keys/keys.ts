import { nameReader, readCall } from './call.ts';
import { readDialog, readHas, readIs } from './choice.ts';
import { readCommand } from './command.ts';
import { readFinding } from './finding.ts';
import type { KeyEntry } from './key-reader.ts';
import { readMethod, readStatus } from './method-and-status.ts';
import { nearest } from './nearest.ts';
import { readBareText, readHeader, readParty } from './text-match.ts';
import { timeReader } from './time.ts';

/** What a term without a key asks: that its text is in the message. */
export const TEXT = { read: readBareText } as const;

const PLAIN = { field: false, pattern: false };
const TEXTS = { field: false, pattern: true };
const FIELDS = { field: true, pattern: true };

/** All keys of the language, in the order in which help and completion tell of them. */
export const KEYS: readonly KeyEntry[] = [
	{
		key: 'method',
		words: 'the method of a request, and of its responses',
		examples: ['method:INVITE', 'method:BYE,CANCEL'],
		form: PLAIN,
		read: readMethod
	},
	{
		key: 'status',
		words: 'a response’s status, a class of them or a range',
		examples: ['status:486', 'status:4xx', 'status:400..499'],
		form: PLAIN,
		read: readStatus
	},
	{
		key: 'from',
		words: 'text in From',
		examples: ['from:102', 'from:"Alice"'],
		form: TEXTS,
		read: readParty('from')
	},
	{
		key: 'to',
		words: 'text in To',
		examples: ['to:102', 'to:/^<sip:1\\d\\d@/'],
		form: TEXTS,
		read: readParty('to')
	},
	{
		key: 'call',
		words: 'a call with all its legs: by Call-ID or its beginning, by a number, by both',
		examples: ['call:101', 'call:101->102'],
		form: PLAIN,
		read: readCall
	},
	{
		key: 'conversation',
		words: 'calls that belong together, by the beginning of the id in the address line',
		examples: ['conversation:f81d4fae'],
		form: PLAIN,
		read: nameReader('conversation')
	},
	{
		key: 'phone',
		words: 'who saw it: a phone’s name or a part of it, its extension, its instance',
		examples: ['phone:Alice', 'phone:101,102'],
		form: PLAIN,
		read: nameReader('phone')
	},
	{
		key: 'instance',
		words: 'who saw it: the beginning of an instance id',
		examples: ['instance:5bf1d2'],
		form: PLAIN,
		read: nameReader('instance')
	},
	{
		key: 'is',
		words: 'what it is: a request or a response, sent or received by the phone',
		examples: ['is:sent', 'is:response', 'is:undelivered'],
		form: PLAIN,
		read: readIs
	},
	{
		key: 'has',
		words: 'what it has, or helps to prove',
		examples: ['has:sdp', 'has:finding', 'has:retransmission'],
		form: PLAIN,
		read: readHas
	},
	{
		key: 'header',
		words: 'a header field, in any form; with ~ text in it, with = all of its value',
		examples: ['header:Replaces', 'header:Contact~expires', 'header:Expires=0'],
		form: FIELDS,
		read: readHeader
	},
	{
		key: 'cmd',
		words: 'a command of RingCentral, by number or name',
		examples: ['cmd:6', 'cmd:IncomingCall'],
		form: PLAIN,
		read: readCommand
	},
	{
		key: 'dialog',
		words: 'the dialog’s state when it was seen',
		examples: ['dialog:early', 'dialog:none'],
		form: PLAIN,
		read: readDialog
	},
	{
		key: 'finding',
		words: 'what helps to prove a finding: of a rule, or a severity',
		examples: ['finding:error', 'finding:wrong-password'],
		form: PLAIN,
		read: readFinding
	},
	{
		key: 'after',
		words: 'seen at that time or later: of the day, with a date, or since the start',
		examples: ['after:12:00:05', 'after:2026-03-07T12:00', 'after:90s'],
		form: PLAIN,
		read: timeReader('after')
	},
	{
		key: 'before',
		words: 'seen earlier than that time',
		examples: ['before:12:00:05', 'before:1.5s'],
		form: PLAIN,
		read: timeReader('before')
	}
];

const BY_KEY: ReadonlyMap<string, KeyEntry> = new Map(KEYS.map((entry) => [entry.key, entry]));

/** By its key in lower case. */
export function keyEntry(key: string): KeyEntry | undefined {
	return BY_KEY.get(key);
}

/** What other tools, or other words, call what we have. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
	callid: 'call:',
	caller: 'from:',
	callee: 'to:',
	code: 'status:',
	command: 'cmd:',
	direction: 'is:',
	error: 'finding:',
	extension: 'phone:',
	field: 'header:',
	hdr: 'header:',
	rule: 'finding:',
	since: 'after:',
	time: 'after:',
	type: 'is:',
	until: 'before:'
};

/** Words before a colon that a message has as often as a filter. */
const NO_SLIPS: ReadonlySet<string> = new Set(['tel', 'sip', 'sips', 'urn', 'cid', 'http', 'ws']);

/** The key that was likely meant, with its colon; `undefined` where it is more likely text. */
export function suggestedKey(written: string): string | undefined {
	if (written === '' || NO_SLIPS.has(written)) return undefined;
	if (Object.hasOwn(OTHER_WORDS, written)) return OTHER_WORDS[written];
	const key = nearest(written, [...BY_KEY.keys()]);
	return key && `${key}:`;
}
