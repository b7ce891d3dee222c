import { comparableName } from '../../sip/fields/header-name.ts';
import type { HeaderField } from '../../sip/message.ts';

export interface HeaderGroup {
	title: string;
	fields: readonly HeaderField[];
}

/** What each group is about; a field belongs to the first that names it or its beginning (`p-rc*`). */
const GROUPS: readonly { title: string; names: readonly string[] }[] = [
	{
		title: 'Parties',
		names: ['from', 'to', 'p-asserted-identity', 'contact', 'refer-to', 'referred-by']
	},
	{ title: 'Dialog and transaction', names: ['call-id', 'cseq', 'via'] },
	{
		title: 'Authentication',
		names: ['authorization', 'www-auth*', 'proxy-auth*', 'authentication-info']
	},
	{ title: 'RingCentral', names: ['p-rc*'] },
	{ title: 'Body', names: ['content-*', 'mime-version'] }
];

const OTHER = 'Other';

/** The fields by what they are about, in the order of the message within each group. */
export function groupHeaders(fields: readonly HeaderField[]): HeaderGroup[] {
	const titles = [...GROUPS.map((group) => group.title), OTHER];
	return titles
		.map((title) => ({ title, fields: fields.filter((field) => titleFor(field.name) === title) }))
		.filter((group) => group.fields.length > 0);
}

function titleFor(name: string): string {
	const comparable = comparableName(name);
	const group = GROUPS.find(({ names }) => names.some((pattern) => fits(comparable, pattern)));
	return group?.title ?? OTHER;
}

function fits(name: string, pattern: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** `Call-ID` for `i`; names that are not compact stay as they came. */
export function longName(name: string): string {
	if (name.length > 1) return name;
	const long = comparableName(name);
	if (long.length === 1) return name;
	return long.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace(/-Id$/, '-ID');
}
