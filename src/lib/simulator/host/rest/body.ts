import type { IncomingMessage } from 'node:http';
import { failed, type Answer } from './answer.ts';

/** Far above any request that is served here. */
const LARGEST_BODY = 64 * 1024;

export type Read<T> = { ok: true; value: T } | { ok: false; answer: Answer };

/** The whole body of a request; undefined where the asker went away meanwhile. */
export async function readBody(request: IncomingMessage): Promise<Read<string> | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > LARGEST_BODY) return { ok: false, answer: tooLarge() };
			chunks.push(chunk);
		}
	} catch (error) {
		if (request.errored) return undefined;
		throw error;
	}
	return { ok: true, value: Buffer.concat(chunks).toString() };
}

/** What a JSON body holds; undefined where it is empty. */
export function readJson(text: string): Read<unknown> {
	if (text.trim() === '') return { ok: true, value: undefined };
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		const message = 'The body is not JSON';
		return { ok: false, answer: failed(400, { code: 'CMN-101', name: 'InvalidContent', message }) };
	}
}

/** The fields of a form (`application/x-www-form-urlencoded`); the first of each name counts. */
export function readForm(text: string): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const [name, value] of new URLSearchParams(text)) {
		if (!fields.has(name)) fields.set(name, value);
	}
	return fields;
}

/** The rest of it is not read: the connection ends. */
function tooLarge(): Answer {
	const message = `The body has more than ${LARGEST_BODY} bytes`;
	const answer = failed(413, { code: 'CMN-413', name: 'RequestEntityTooLarge', message });
	return { ...answer, headers: { Connection: 'close' } };
}
