import type { LongList } from '../../trace/number-list.ts';
import {
	isAnyCall,
	isAnyInstance,
	isAnyPhone,
	isOfConversation
} from '../conditions/call-condition.ts';
import type { Surroundings } from '../conditions/condition.ts';
import { instantOf } from '../conditions/time-condition.ts';
import type { Criterion, Time } from '../criterion.ts';
import type { Range } from './judge.ts';
import { type MessageColumns, TRAIT } from './message-columns.ts';
import { MAYBE, NO, type Verdicts, YES } from './verdict.ts';

/** A status has three digits (RFC 3261 §25.1). */
const STATUS_COUNT = 1_000;

/** What one term's criterion makes of messages. */
export function judgeCriterion(
	criterion: Criterion,
	columns: MessageColumns,
	range: Range,
	{ analysis, startedAt }: Surroundings
): Verdicts {
	const { methods, calls, userAgents } = columns;
	switch (criterion.key) {
		case 'method': {
			const isMeant = methods.list.map((method) => criterion.any.includes(method));
			return byTable(columns.method, isMeant, range);
		}
		case 'status': {
			const isMeant = (status: number) =>
				criterion.any.some(({ from, to }) => status >= from && status <= to);
			// 0 stands for what is no response.
			const statuses = Array.from({ length: STATUS_COUNT }, (_, one) => one > 0 && isMeant(one));
			return byTable(columns.status, statuses, range);
		}
		case 'call':
			return byTable(columns.call, calls.list.map(isAnyCall(criterion.any)), range);
		case 'conversation':
			return byTable(columns.call, calls.list.map(isOfConversation(criterion.any)), range);
		case 'phone': {
			const isMeant = isAnyPhone(criterion.any);
			const agents = userAgents.list.map((userAgent) => isMeant(userAgent, analysis));
			return byTable(columns.userAgent, agents, range);
		}
		case 'instance':
			return byTable(columns.userAgent, userAgents.list.map(isAnyInstance(criterion.any)), range);
		case 'is': {
			const traits = criterion.any.reduce((bits, kind) => bits | TRAIT[kind], 0);
			return byTrait(columns.traits, traits, range);
		}
		case 'has':
			if (criterion.any.some((feature) => feature !== 'retransmission')) return unknown(range);
			return byTrait(columns.traits, TRAIT.retransmission, range);
		case 'after':
			return byTime(columns, criterion.time, range, startedAt, [NO, YES]);
		case 'before':
			return byTime(columns, criterion.time, range, startedAt, [YES, NO]);
		default:
			return unknown(range);
	}
}

/** The text tells, or what it proves. */
function unknown({ from, to }: Range): Verdicts {
	return new Uint8Array(to - from).fill(MAYBE);
}

/** By what a table says of each number in a column; of a number that is in no table the message tells. */
function byTable(column: LongList, isMeant: readonly boolean[], { from, to }: Range): Verdicts {
	const table = Uint8Array.from(isMeant, (meant) => (meant ? YES : NO));
	const numbers = column.view();
	const verdicts = new Uint8Array(to - from);
	for (let at = from; at < to; at++) verdicts[at - from] = table[numbers[at] ?? 0] ?? MAYBE;
	return verdicts;
}

/** One of these traits is enough. */
function byTrait(column: LongList, wanted: number, { from, to }: Range): Verdicts {
	const traits = column.view();
	const verdicts = new Uint8Array(to - from);
	for (let at = from; at < to; at++)
		verdicts[at - from] = ((traits[at] ?? 0) & wanted) === 0 ? NO : YES;
	return verdicts;
}

function byTime(
	columns: MessageColumns,
	time: Time,
	{ from, to }: Range,
	startedAt: number,
	[earlier, later]: readonly [number, number]
): Verdicts {
	const limit = instantOf(time, startedAt);
	const instants = columns.at.view();
	const verdicts = new Uint8Array(to - from);
	for (let at = from; at < to; at++)
		verdicts[at - from] = (instants[at] ?? 0) >= limit ? later : earlier;
	return verdicts;
}
