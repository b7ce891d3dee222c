import type { Annotation } from '../../trace/annotation.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readText } from '../bytes/text.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { JsonElements } from '../json/json-elements.ts';
import type { Reading } from '../reading.ts';
import { printAnnotation } from './annotation-json.ts';
import { EntryReader } from './entry-reader.ts';
import { printEntry } from './entry-json.ts';
import { BEGINNING, printHeader, readHeader } from './header-json.ts';

/** The whole trace as one JSON object; its entries a line each, so that people can read it too. */
export const sipscopeJson: TraceFormat = {
	id: 'sipscope-json',
	name: 'Sipscope trace',
	extensions: ['.sipscope.json', '.json'],
	reader: {
		sniff: ({ text }) => BEGINNING.test(text) && !/^[^\n]*\}\s*\n\s*\{/.test(text),
		read
	},
	writer: { loses: [], write }
};

const MEMBERS = ['format', 'name', 'createdAt', 'versions'] as const;
const ANNOTATIONS = MEMBERS.length;
const ENTRIES = ANNOTATIONS + 1;
const PATHS = [...MEMBERS.map((name) => [name]), ['annotations', '*'], ['entries', '*']];

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	const elements = new JsonElements(PATHS);
	const entries = new EntryReader();
	for await (const chunk of readText(file.chunks())) {
		const found = elements.push(chunk);
		const members = found.filter(({ path }) => path < MEMBERS.length);
		if (members.length > 0) {
			yield { header: readHeader(Object.fromEntries(members.map(memberOf))) };
		}
		for (const { path, text } of found) if (path === ANNOTATIONS) entries.readAnnotation(text);
		yield {
			entries: found
				.filter(({ path }) => path === ENTRIES)
				.flatMap(({ text, indices: [index = 0] }) => entries.read(text, `entry ${index + 1}`)),
			...entries.takeAnnotations()
		};
	}
	if (!elements.complete) yield { entries: [entries.cutOff()] };
	const { leftOut } = entries;
	if (leftOut) yield { leftOut };
}

function memberOf({ path, text }: { path: number; text: string }): [string, unknown] {
	const name = MEMBERS[path] ?? '';
	try {
		return [name, JSON.parse(text)];
	} catch {
		return [name, undefined];
	}
}

async function* write({ header, annotations, batches }: TraceToWrite): AsyncGenerator<string> {
	yield `{${printHeader(header)}${printAnnotations(annotations)},"entries":[`;
	let separator = '\n';
	for await (const batch of batches()) {
		if (batch.length === 0) continue;
		yield separator + batch.map(printEntry).join(',\n');
		separator = ',\n';
	}
	yield '\n]}\n';
}

/** Before the entries, so that who reads them bit by bit knows what was noted. */
function printAnnotations(annotations: readonly Annotation[]): string {
	if (annotations.length === 0) return '';
	return `,"annotations":[\n${annotations.map(printAnnotation).join(',\n')}\n]`;
}
