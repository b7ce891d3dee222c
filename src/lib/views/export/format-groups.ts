import type { WritableFormat } from '../../state/writable-formats.ts';

export interface FormatGroup {
	readonly title: string;
	readonly formats: readonly WritableFormat[];
}

type Purpose = 'again' | 'tools' | 'read' | 'run';

const TITLES: Readonly<Record<Purpose, string>> = {
	again: 'To open again',
	tools: 'For other tools',
	read: 'To read',
	run: 'To run'
};

/** What one does with a format, by what its id tells; the others are for tools. */
const PURPOSES: readonly [RegExp, Purpose][] = [
	[/^sipscope/, 'again'],
	[/html|markdown|text|svg|mermaid/, 'read'],
	[/sipp|playwright/, 'run']
];

/** The formats by what one does with them. */
export function groupFormats(formats: readonly WritableFormat[]): FormatGroup[] {
	return Object.entries(TITLES)
		.map(([purpose, title]) => ({
			title,
			formats: formats.filter((format) => purposeOf(format) === purpose)
		}))
		.filter(({ formats }) => formats.length > 0);
}

function purposeOf({ id }: WritableFormat): Purpose {
	return PURPOSES.find(([pattern]) => pattern.test(id))?.[1] ?? 'tools';
}
