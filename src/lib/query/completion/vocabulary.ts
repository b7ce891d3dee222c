import type { Analysis } from '../../analysis/analysis.ts';
import { partyOf } from '../../analysis/calls/party.ts';
import { textOf } from '../../analysis/entry-text.ts';
import { SEVERITIES } from '../../analysis/rules/finding.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { comparableName } from '../../sip/fields/header-name.ts';
import { reasonPhrase } from '../../sip/status.ts';
import type { Surroundings } from '../conditions/condition.ts';
import { conditionOf } from '../conditions/condition-of.ts';
import { DIALOG_STAGES, FEATURES, type Key, KINDS } from '../criterion.ts';
import { isFilterError } from '../filter-error.ts';
import { readExpression } from '../syntax/read-expression.ts';

/** A value that a key can have in a trace. */
export interface KnownValue {
	readonly value: string;
	/** Messages that it would find, among those that were counted. */
	readonly count: number;
	/** What it means, where the value does not say it. */
	readonly words?: string;
}

/** Of a long trace so many messages are counted, the latest: that takes a blink of an eye. */
export const MOST_COUNTED = 10_000;

/** The values of a key that a trace has, the most frequent first. */
export function valuesOf(key: Exclude<Key, 'text'>, surroundings: Surroundings): KnownValue[] {
	const { analysis } = surroundings;
	const messages = analysis.messages.slice(-MOST_COUNTED);
	switch (key) {
		case 'method':
			return counted(messages, ({ head }) => [head.method]);
		case 'status':
			return statuses(messages);
		case 'from':
			return counted(messages, ({ head }) => [partyOf(head.from).number]);
		case 'to':
			return counted(messages, ({ head }) => [partyOf(head.to).number]);
		case 'call':
			return counted(messages, ({ call }) =>
				call ? [`${call.from.number}->${call.to.number}`] : []
			);
		case 'conversation':
			return counted(messages, ({ call }) => (call ? [call.conversation.id] : []));
		case 'phone':
			return counted(messages, ({ userAgent }) => [nameOf(userAgent.phone, analysis)]);
		case 'instance':
			return counted(messages, ({ userAgent }) => [userAgent.instance ?? '']);
		case 'header':
			return fieldNames(messages);
		case 'cmd':
			return counted(messages, ({ content }) => [content?.command?.name ?? '']);
		case 'finding':
			return findings(messages, surroundings);
		case 'is':
			return chosen(key, KINDS, messages, surroundings);
		case 'has':
			return chosen(key, FEATURES, messages, surroundings);
		case 'dialog':
			return chosen(key, DIALOG_STAGES, messages, surroundings);
		case 'after':
		case 'before':
			return [];
	}
}

function counted(
	messages: readonly SeenMessage[],
	valuesIn: (message: SeenMessage) => Iterable<string>
): KnownValue[] {
	const counts = new Map<string, number>();
	for (const message of messages)
		for (const value of new Set(valuesIn(message)))
			if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Those that there are, before them the classes of several. */
function statuses(messages: readonly SeenMessage[]): KnownValue[] {
	const responses = messages.filter(({ head }) => head.kind === 'response');
	const each = counted(responses, ({ head }) => [String(head.status)]);
	const classes = counted(responses, ({ head }) => [`${Math.floor(head.status / 100)}xx`]);
	const several = classes.filter(
		({ value }) => each.filter((one) => one.value[0] === value[0]).length > 1
	);
	return [...several, ...each.map((one) => ({ ...one, words: reasonPhrase(Number(one.value)) }))];
}

function nameOf(phone: string | undefined, { phones }: Analysis): string {
	return (phone !== undefined && phones.get(phone)?.name) || '';
}

const FIELD_LINE = /^([\w.!%*+`'-]{1,40})[ \t]*:/gm;

/** Each as it is written first, whatever the letter case or form of the others. */
function fieldNames(messages: readonly SeenMessage[]): KnownValue[] {
	const written = new Map<string, string>();
	const counts = counted(messages, ({ entry, head }) =>
		Array.from(textOf(entry).slice(0, head.bodyOffset).matchAll(FIELD_LINE), ([, name = '']) => {
			const comparable = comparableName(name);
			if (!written.has(comparable)) written.set(comparable, name);
			return comparable;
		})
	);
	return counts.map(({ value, count }) => ({ value: written.get(value) ?? value, count }));
}

function findings(messages: readonly SeenMessage[], { findingsAt }: Surroundings): KnownValue[] {
	const severities: readonly string[] = SEVERITIES;
	const all = counted(messages, ({ entry }) =>
		findingsAt(entry.seq).flatMap(({ rule, severity }) => [rule, severity])
	);
	const isSeverity = ({ value }: KnownValue) => severities.includes(value);
	return [...all.filter(isSeverity), ...all.filter((one) => !isSeverity(one))];
}

/** All choices, those too that find nothing here: there are few, and they teach. */
function chosen(
	key: 'is' | 'has' | 'dialog',
	choices: readonly string[],
	messages: readonly SeenMessage[],
	surroundings: Surroundings
): KnownValue[] {
	return choices.map((value) => {
		const expression = readExpression(`${key}:${value}`);
		if (isFilterError(expression)) return { value, count: 0 };
		const holds = conditionOf(expression);
		const count = messages.filter((message) => holds(message, surroundings)).length;
		return { value, count };
	});
}
