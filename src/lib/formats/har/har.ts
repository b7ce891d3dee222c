import type { ByteSource } from '../bytes/byte-source.ts';
import { readText } from '../bytes/text.ts';
import type { TraceFormat } from '../format.ts';
import { JsonElements, type JsonElement } from '../json/json-elements.ts';
import type { ReadEntry, Reading } from '../reading.ts';
import { HarSockets } from './har-sockets.ts';
import { harWriter } from './har-writer.ts';

/**
 * What a browser recorded of its network (HAR 1.2), with the messages of WebSockets, as Chromium's
 * DevTools and Playwright write them: `_webSocketMessages`. Sockets that spoke no SIP are left out.
 */
export const har: TraceFormat = {
	id: 'har',
	name: 'HTTP archive (HAR)',
	extensions: ['.har'],
	reader: {
		sniff: ({ text }) => /^\s*\{\s*"log"\s*:\s*\{/.test(text) && !text.includes('\u0000'),
		read
	},
	writer: harWriter
};

const MESSAGE = 0;
const URL = 1;
const PATHS = [
	['log', 'entries', '*', '_webSocketMessages', '*'],
	['log', 'entries', '*', 'request', 'url']
] as const;

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	const elements = new JsonElements(PATHS);
	const sockets = new HarSockets();
	for await (const chunk of readText(file.chunks())) {
		for (const element of elements.push(chunk)) take(sockets, element);
		yield {};
	}
	const entries = sockets.entries();
	yield { entries: elements.complete ? entries : [...entries, cutOff(entries)] };
	if (sockets.otherSockets > 0) {
		yield { leftOut: { what: 'sockets without SIP', count: sockets.otherSockets } };
	}
	if (sockets.otherMessages > 0) {
		yield { leftOut: { what: 'other messages', count: sockets.otherMessages } };
	}
}

function take(sockets: HarSockets, { path, indices, text }: JsonElement): void {
	const [socket = 0] = indices;
	const value = parsed(text);
	if (path === URL) sockets.named(socket, typeof value === 'string' ? value : '');
	else if (path === MESSAGE) sockets.message(socket, value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function cutOff(entries: readonly ReadEntry[]): ReadEntry {
	const at = entries.at(-1)?.at ?? 0;
	return { kind: 'loss', reason: 'cut off', detail: 'the file ends too early', at };
}
