import type { IncomingMessage } from 'node:http';

/** Far above any request that is served here. */
export const LARGEST_BODY = 64 * 1024;

/** gone: the asker went away meanwhile. */
export type Body = { kind: 'whole'; text: string } | { kind: 'too large' } | { kind: 'gone' };

/** The whole body of a request. Of one that is too large the rest is not read: the connection ends. */
export async function readBody(request: IncomingMessage): Promise<Body> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > LARGEST_BODY) return { kind: 'too large' };
			chunks.push(chunk);
		}
	} catch (error) {
		if (request.errored) return { kind: 'gone' };
		throw error;
	}
	return { kind: 'whole', text: Buffer.concat(chunks).toString() };
}

export type Json = { ok: true; value: unknown } | { ok: false };

/** What a JSON body holds; undefined where it is empty. */
export function readJson(text: string): Json {
	if (text.trim() === '') return { ok: true, value: undefined };
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false };
	}
}
