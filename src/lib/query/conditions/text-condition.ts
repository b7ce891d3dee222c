import { textOf } from '../../analysis/entry-text.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { findFields } from '../../sip/find-fields.ts';
import type { FieldMatch, TextMatch } from '../criterion.ts';
import { testOf } from '../text-test.ts';
import type { Condition } from './condition.ts';

/** Some text of the message has one of these in it. */
export function anyTextIn(
	texts: readonly TextMatch[],
	textIn: (message: SeenMessage) => string
): Condition {
	const tests = texts.map((text) => testOf(text));
	return (message) => {
		const text = textIn(message);
		return tests.some((test) => test(text));
	};
}

export function anyField(fields: readonly FieldMatch[]): Condition {
	const tests = fields.map(fieldTest);
	return ({ entry, head }) => {
		const text = textOf(entry);
		return tests.some((test) => test(text, head.bodyOffset));
	};
}

function fieldTest({ name, value }: FieldMatch): (text: string, bodyOffset: number) => boolean {
	const test = value && testOf(value.text, value.how);
	return (text, bodyOffset) => {
		const found = findFields(text, name, bodyOffset);
		return test ? found.some(test) : found.length > 0;
	};
}
