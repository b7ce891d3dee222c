import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** Serves the page of somebody's own app at an origin of its own. */
export class OwnAppServer {
	readonly #server: Server;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async open(): Promise<OwnAppServer> {
		const script = await bundle();
		const server = createServer((request, response) => {
			if (request.url === '/app.js') {
				response.setHeader('Content-Type', 'text/javascript');
				return response.end(script);
			}
			response.setHeader('Content-Type', 'text/html');
			response.end('<title>A softphone</title><script type="module" src="/app.js"></script>');
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return new OwnAppServer(server);
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	close(): void {
		this.#server.close();
		this.#server.closeAllConnections();
	}
}

async function bundle(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'silent',
		publicDir: false,
		build: {
			write: false,
			lib: { entry: fileURLToPath(new URL('own-app.ts', import.meta.url)), formats: ['es'] }
		}
	});
	const [output] = [result].flat() as Rolldown.RolldownOutput[];
	return output?.output[0].code ?? '';
}
