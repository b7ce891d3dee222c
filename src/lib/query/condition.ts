import type { Analysis } from '../analysis/analysis.ts';
import type { Call } from '../analysis/calls/call.ts';
import { textOf } from '../analysis/entry-text.ts';
import type { Finding } from '../analysis/rules/finding.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { byFinding, byPresence } from './finding-condition.ts';

/** Whether a message is one that is looked for. */
export type Condition = (
	message: SeenMessage,
	analysis: Analysis,
	findingsAt: FindingsAt
) => boolean;

/** What the entry with a seq helps to prove. */
export type FindingsAt = (seq: number) => readonly Finding[];

/** Makes a condition of a term's value; a string says what is wrong with it. */
type ReadCondition = (value: string) => Condition | string;

/** By key. */
export const CONDITIONS: ReadonlyMap<string, ReadCondition> = new Map<string, ReadCondition>([
	['method', byMethod],
	['status', byStatus],
	['call', byCall],
	['phone', byPhone],
	['from', (value) => contains(value, ({ head }) => head.from)],
	['to', (value) => contains(value, ({ head }) => head.to)],
	['has', byPresence],
	['finding', byFinding]
]);

/** Text anywhere in the message, in any letter case. */
export function byText(value: string): Condition {
	return contains(value, ({ entry }) => textOf(entry));
}

/** A response has its request's method. */
function byMethod(value: string): Condition {
	const methods = new Set(value.toUpperCase().split(','));
	return ({ head }) => methods.has(head.method.toUpperCase());
}

/** `486`, `4xx`, `401,407`. */
function byStatus(value: string): Condition | string {
	const wanted = value.toLowerCase().split(',');
	const wrong = wanted.find((status) => !/^[1-6](?:\d\d|xx)$/.test(status));
	if (wrong !== undefined) return `"${wrong}" is no status: write one such as 486, or 4xx.`;
	const statuses = new RegExp(`^(?:${wanted.join('|').replaceAll('x', '\\d')})$`);
	return ({ head }) => head.kind === 'response' && statuses.test(String(head.status));
}

/** A Call-ID or its beginning, a number on either side, or both numbers: `101→102`, `101->102`. */
function byCall(value: string): Condition {
	const [caller = '', callee] = value.split(/→|->/);
	const isMeant =
		callee === undefined
			? (call: Call) => call.callId.startsWith(value) || hasNumber(call, value)
			: ({ from, to }: Call) =>
					['', from.number].includes(caller) && ['', to.number].includes(callee);
	return ({ call }) => call !== undefined && call.conversation.calls.some(isMeant);
}

function hasNumber({ from, to }: Call, number: string): boolean {
	return from.number === number || to.number === number;
}

/** A phone's name or a part of it, its extension, or the beginning of its instance. */
function byPhone(value: string): Condition {
	const wanted = value.toLowerCase();
	return ({ userAgent }, analysis) => {
		const { phone, instance } = userAgent;
		const known = phone === undefined ? undefined : analysis.phones.get(phone);
		return (
			phone === value ||
			known?.extension === value ||
			(known?.name.toLowerCase().includes(wanted) ?? false) ||
			(instance?.startsWith(value) ?? false)
		);
	};
}

function contains(value: string, textIn: (message: SeenMessage) => string): Condition {
	const wanted = new RegExp(value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'i');
	return (message) => wanted.test(textIn(message));
}
