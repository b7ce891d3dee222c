import type { ServerResponse } from 'node:http';

/** What goes back for one request: a status, and a body that becomes JSON. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
	return { status: 200, body };
}

export function write(
	response: ServerResponse,
	{ status, body, headers }: Answer,
	isHead: boolean
): void {
	response.setHeader('Cache-Control', 'no-store');
	if (body !== undefined) response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.writeHead(status, headers);
	response.end(isHead || body === undefined ? undefined : JSON.stringify(body));
}
