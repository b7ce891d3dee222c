import { encodeXml } from '../../ringcentral/xml-text.ts';
import { writtenForms } from '../pseudonyms/known-words.ts';
import { inPercent } from '../pseudonyms/in-percent.ts';
import type { Replacement } from '../pseudonyms/pseudonyms.ts';
import { valueForm } from '../pseudonyms/value-form.ts';

/** The texts as which writers may write an original: as it is, and escaped in the ways of their formats. */
export function originalAsWritten({ kind, original }: Replacement): Set<string> {
	const known = writtenForms(valueForm(kind, original), original);
	const forms = kind === 'name' ? known : [original, ...known];
	return new Set(forms.flatMap((form) => [form, ...ESCAPES.map((escape) => escape(form))]));
}

const ESCAPES: readonly ((text: string) => string)[] = [
	inJson,
	(text) => inJson(text).replace(/[^\0-\x7f]/g, (character) => `\\u${hexadecimal(character, 4)}`),
	(text) => inJson(inJson(text)),
	encodeXml,
	(text) => encodeXml(text).replaceAll('&apos;', '&#39;'),
	(text) =>
		encodeXml(text).replace(/&(?:quot|apos);/g, (entity) => (entity === '&quot;' ? '"' : "'")),
	(text) => text.replaceAll('"', '""'),
	(text) => text.replace(/[\\`*_[\]|<>~#]/g, '\\$&'),
	inPercent,
	(text) => inPercent(text).replaceAll('%20', '+')
];

function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

function hexadecimal(character: string, digits: number): string {
	return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
