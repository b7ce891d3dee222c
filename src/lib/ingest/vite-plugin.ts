import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { Ingest, type IngestOptions } from './ingest.ts';
import { isScript, scriptFor } from './scripts.ts';

interface Host {
	httpServer: unknown;
	middlewares: { use(handler: Middleware): unknown };
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What apps stream, inside Vite's own server, in development and in preview. */
export function ingest(options?: IngestOptions): Plugin {
	const attach = ({ httpServer, middlewares }: Host) => {
		if (!httpServer) return;
		const taken = new Ingest(options);
		taken.listenTo(httpServer as Server);
		middlewares.use(scripts(taken));
	};
	return { name: 'sipscope:ingest', configureServer: attach, configurePreviewServer: attach };
}

/** Who may stream may also load what streams. */
function scripts({ access }: Ingest): Middleware {
	return (request, response, next) => {
		const path = (request.url ?? '').split('?', 1)[0] ?? '';
		if (!isScript(path)) return next();
		const { host, origin } = request.headers;
		if (host === undefined || !access.admitsHost(host) || !access.admitsOrigin(origin)) {
			response.writeHead(403).end('Only pages of this machine may load this.\n');
			return;
		}
		response.setHeader('Vary', 'Origin');
		if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
		scriptFor(path, host).then(
			(text) => {
				response.setHeader('Cache-Control', 'no-store');
				response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
				response.end(text);
			},
			(error: unknown) => {
				console.error('The script that streams could not be built:', error);
				response.writeHead(500).end();
			}
		);
	};
}
