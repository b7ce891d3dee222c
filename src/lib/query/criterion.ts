import type { Duration } from '../trace/instant.ts';

/**
 * What a term asks of a message, with its values read. Where a criterion has `any`, one of these is
 * enough. All comparisons of text disregard letter case, but for patterns, which say so themselves.
 */
export type Criterion =
	/** Anywhere in the message, head and body. */
	| { readonly key: 'text'; readonly text: TextMatch }
	/** In upper case. A response has its request's. */
	| { readonly key: 'method'; readonly any: readonly string[] }
	| { readonly key: 'status'; readonly any: readonly StatusRange[] }
	| { readonly key: 'call'; readonly any: readonly CallMatch[] }
	/** The beginning of a conversation's id, in its own letter case. */
	| { readonly key: 'conversation'; readonly any: readonly string[] }
	/** In the value of From, of To. */
	| { readonly key: 'from' | 'to'; readonly any: readonly TextMatch[] }
	/** A phone's id, extension, a part of its name, or the beginning of its instance. */
	| { readonly key: 'phone'; readonly any: readonly string[] }
	/** The beginning of an instance's id. */
	| { readonly key: 'instance'; readonly any: readonly string[] }
	| { readonly key: 'is'; readonly any: readonly Kind[] }
	| { readonly key: 'has'; readonly any: readonly Feature[] }
	| { readonly key: 'header'; readonly any: readonly FieldMatch[] }
	/** Numbers of RingCentral's commands. */
	| { readonly key: 'cmd'; readonly any: readonly number[] }
	| { readonly key: 'dialog'; readonly any: readonly DialogStage[] }
	/** The beginning of a rule's id or of a severity, in lower case. */
	| { readonly key: 'finding'; readonly any: readonly string[] }
	/** From that time on; earlier than that time. */
	| { readonly key: 'after' | 'before'; readonly time: Time };

export type Key = Criterion['key'];

/** Text that is to be found within another one. */
export type TextMatch =
	| { readonly kind: 'text'; readonly text: string }
	/** A regular expression; `compilePattern` has accepted it. */
	| ({ readonly kind: 'pattern' } & Pattern);

export interface Pattern {
	readonly source: string;
	/** Of `i` (any letter case), `s` (a dot is also a line end) and `m` (which is always so). */
	readonly flags: string;
}

/** Both included. */
export interface StatusRange {
	readonly from: number;
	readonly to: number;
}

export type CallMatch =
	/** A Call-ID or its beginning, or a number on either side. */
	| { readonly kind: 'named'; readonly name: string }
	/** Numbers; `''` is anybody. */
	| { readonly kind: 'between'; readonly caller: string; readonly callee: string };

/** What a message is. */
export const KINDS = [
	'request',
	'response',
	'sent',
	'received',
	'undelivered',
	'unreadable'
] as const;
export type Kind = (typeof KINDS)[number];

/** What a message has. */
export const FEATURES = [
	'sdp',
	'body',
	'command',
	'credentials',
	'finding',
	'retransmission'
] as const;
export type Feature = (typeof FEATURES)[number];

/** The dialog's state when the message was seen (RFC 3261 §12); `none` where it is within none. */
export const DIALOG_STAGES = ['early', 'confirmed', 'terminated', 'none'] as const;
export type DialogStage = (typeof DIALOG_STAGES)[number];

/** A header field: that there is one of the name, or one whose value is this, or has this in it. */
export interface FieldMatch {
	readonly name: string;
	readonly value?: { readonly how: 'contains' | 'equals'; readonly text: TextMatch };
}

export type Time =
	/** Since the trace's first entry. */
	| { readonly kind: 'elapsed'; readonly elapsed: Duration }
	/** Of the day on which the trace began, in the reader's time zone. */
	| { readonly kind: 'clock'; readonly sinceMidnight: Duration }
	/** In the reader's time zone. The month is 1 to 12. */
	| {
			readonly kind: 'date';
			readonly year: number;
			readonly month: number;
			readonly day: number;
			readonly sinceMidnight: Duration;
	  };
