import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Middleware } from './http.ts';
import { SIP_PATH } from './http.ts';
import { isSipUpgrade, refuse } from './sip-sockets.ts';
import { Simulator, type SimulatorOptions } from './simulator.ts';

export interface HostOptions extends SimulatorOptions {
	/** A free one unless told. */
	port?: number;
}

export interface HostedSimulator {
	/** `ws://127.0.0.1:4173/sip` */
	readonly url: string;
	/** What a `sipInfo` names: `127.0.0.1:4173/sip`. */
	readonly proxy: string;
	readonly port: number;
	readonly simulator: Simulator;
	readonly edge: Simulator['edge'];
	connections(): ReturnType<Simulator['connections']>;
	close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** A simulator with an HTTP server of its own. Rejects where the port is taken. */
export async function createSimulator({
	port = 0,
	...options
}: HostOptions = {}): Promise<HostedSimulator> {
	const simulator = new Simulator(options);
	const server = createServer((request, response) =>
		simulator.http(request, response, () => response.writeHead(404).end())
	);
	server.on('upgrade', (request, socket) => {
		if (!isSipUpgrade(request)) refuse(socket, 404);
	});
	simulator.listenTo(server);
	await listen(server, port);
	const bound = (server.address() as AddressInfo).port;
	return {
		url: `ws://${HOST}:${bound}${SIP_PATH}`,
		proxy: `${HOST}:${bound}${SIP_PATH}`,
		port: bound,
		simulator,
		edge: simulator.edge,
		connections: () => simulator.connections(),
		close: () => close(server, simulator)
	};
}

/** A simulator beside what an HTTP server serves already, such as Vite's. */
export function attachSimulator(
	server: HttpServer,
	middlewares?: { use(handler: Middleware): unknown },
	options?: SimulatorOptions
): Simulator {
	const simulator = new Simulator(options);
	simulator.listenTo(server);
	middlewares?.use(simulator.http);
	return simulator;
}

function listen(server: HttpServer, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, resolve);
	});
}

function close(server: HttpServer, simulator: Simulator): Promise<void> {
	simulator.terminate();
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
