import type { EdgeEvent } from '../core/environment.ts';

/** What the simulator noticed and no phone was told. */
export type HostEvent =
	| EdgeEvent
	/** A request or an upgrade that was turned away, with its status. */
	| { kind: 'refused'; request: string; status: number; reason: string };

/** What happened on the sockets, as it happened: every frame, both ways. */
export type SocketEvent =
	| { kind: 'opened'; connection: string }
	| { kind: 'received' | 'sent'; connection: string; frame: string | Uint8Array }
	| { kind: 'closed'; connection: string; code: number };

/** `GET /accounts from https://example.com`, without the query, which may hold secrets. */
export function nameOf(request: {
	method?: string;
	url?: string;
	headers: { origin?: string; host?: string };
}): string {
	const { origin, host } = request.headers;
	const path = request.url?.split('?', 1)[0];
	return `${request.method} ${path} at ${host}${origin === undefined ? '' : ` from ${origin}`}`;
}
