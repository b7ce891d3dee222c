import { namesOf } from './fields/header-name.ts';
import { type Letters, lettersOf } from './grammar/character.ts';
import { colonAfter, fieldValue, firstLine, lineFeed } from './grammar/line.ts';

/**
 * Values of all fields of that name, in order, of a message whose body begins at `bodyOffset`: one pass
 * over the head's lines, without reading the other fields.
 */
export function findFields(text: string, name: string, bodyOffset: number): string[] {
	return search(text, name, bodyOffset, Infinity);
}

/** Value of the first of them. */
export function findField(text: string, name: string, bodyOffset: number): string | undefined {
	return search(text, name, bodyOffset, 1)[0];
}

function search(text: string, name: string, bodyOffset: number, most: number): string[] {
	const forms = formsOf(name);
	const values: string[] = [];
	let feed = lineFeed(text, firstLine(text));
	for (let at = feed + 1; at < bodyOffset && values.length < most; at = feed + 1) {
		feed = lineFeed(text, at);
		for (const form of forms) {
			const colon = colonAfter(form, text, at, feed);
			if (colon >= 0) values.push(fieldValue(text, colon + 1, feed));
		}
	}
	return values;
}

/** By names that were looked for: letter case and compact forms make no difference. */
const FORMS = new Map<string, readonly Letters[]>();

function formsOf(name: string): readonly Letters[] {
	const known = FORMS.get(name);
	if (known) return known;
	const forms = namesOf(name).map(lettersOf);
	FORMS.set(name, forms);
	return forms;
}
