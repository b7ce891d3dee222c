import type { ByteSource } from '../bytes/byte-source.ts';
import { readText } from '../bytes/text.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { JsonElements } from '../json/json-elements.ts';
import type { Reading } from '../reading.ts';
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
const PATHS = [...MEMBERS.map((name) => [name]), ['entries', '*']];

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	const elements = new JsonElements(PATHS);
	const entries = new EntryReader();
	for await (const chunk of readText(file.chunks())) {
		const found = elements.push(chunk);
		const members = found.filter(({ path }) => path < MEMBERS.length);
		if (members.length > 0) {
			yield { header: readHeader(Object.fromEntries(members.map(memberOf))) };
		}
		yield {
			entries: found
				.filter(({ path }) => path === MEMBERS.length)
				.map(({ text, indices: [index = 0] }) => entries.read(text, `entry ${index + 1}`))
		};
	}
	if (!elements.complete) yield { entries: [entries.cutOff()] };
}

function memberOf({ path, text }: { path: number; text: string }): [string, unknown] {
	const name = MEMBERS[path] ?? '';
	try {
		return [name, JSON.parse(text)];
	} catch {
		return [name, undefined];
	}
}

async function* write({ header, batches }: TraceToWrite): AsyncGenerator<string> {
	yield `{${printHeader(header)},"entries":[`;
	let separator = '\n';
	for await (const batch of batches()) {
		if (batch.length === 0) continue;
		yield separator + batch.map(printEntry).join(',\n');
		separator = ',\n';
	}
	yield '\n]}\n';
}
