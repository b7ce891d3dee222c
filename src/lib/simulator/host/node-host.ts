import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { inUrl } from './access.ts';
import { makeCertificate, type Certificate } from './certificate.ts';
import { SIP_PATH, type Middleware } from './http.ts';
import { isSipUpgrade, refuse } from './sip-sockets.ts';
import { Simulator, type SimulatorOptions } from './simulator.ts';

export interface HostOptions extends SimulatorOptions {
	/** A free one unless told. */
	port?: number;
	/** 127.0.0.1 unless told: whoever reaches another address can sign in as anybody. */
	host?: string;
	/** `https` and `wss`, with this certificate, or with one that is made for this time alone. */
	tls?: boolean | Certificate;
}

export interface HostedSimulator {
	/** `ws://127.0.0.1:4173/sip` */
	readonly url: string;
	/** What a `sipInfo` names: `127.0.0.1:4173/sip`. */
	readonly proxy: string;
	/** What RingCentral's REST clients call `server`: `http://127.0.0.1:4173`. */
	readonly server: string;
	readonly port: number;
	/** In PEM, for a client to trust; undefined without TLS. */
	readonly certificate?: string;
	readonly simulator: Simulator;
	readonly edge: Simulator['edge'];
	connections(): ReturnType<Simulator['connections']>;
	/** Ends every socket and the server, within a second. */
	close(): Promise<void>;
}

const LOCAL = '127.0.0.1';
/** A phone that lost its network says nothing: after this long the system asks it, in milliseconds. */
const PROBE_AFTER = 30_000;

/**
 * A simulator with a server of its own. Rejects where the port is taken or the certificate is none.
 * Its `edge` shows what it holds: bindings, legs, connections.
 */
export async function createSimulator({
	port = 0,
	tls = false,
	...options
}: HostOptions = {}): Promise<HostedSimulator> {
	const { host = LOCAL } = options;
	const certificate = tls === true ? await makeCertificate(host) : tls || undefined;
	const simulator = new Simulator(options);
	const server = serverOf(simulator, certificate);
	const hangUp = connectionsOf(server);
	await listen(server, port, host);
	const bound = (server.address() as AddressInfo).port;
	const at = `${inUrl(reachable(host))}:${bound}`;
	return {
		url: `${certificate ? 'wss' : 'ws'}://${at}${SIP_PATH}`,
		proxy: at + SIP_PATH,
		server: `${certificate ? 'https' : 'http'}://${at}`,
		port: bound,
		certificate: certificate?.cert,
		simulator,
		edge: simulator.edge,
		connections: () => simulator.connections(),
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			await simulator.close();
			hangUp();
			await closed;
		}
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

function serverOf(simulator: Simulator, certificate: Certificate | undefined): HttpServer {
	const keepAlive = { keepAlive: true, keepAliveInitialDelay: PROBE_AFTER };
	const server = certificate
		? createTlsServer({ ...certificate, ...keepAlive })
		: createServer(keepAlive);
	server.on('request', (request, response) =>
		simulator.http(request, response, () => response.writeHead(404).end())
	);
	server.on('upgrade', (request, socket) => {
		if (!isSipUpgrade(request)) refuse(socket, request.url === '/' ? 400 : 404);
	});
	simulator.listenTo(server);
	return server;
}

/** Ends whatever is connected, also what has not said yet what it wants. */
function connectionsOf(server: HttpServer): () => void {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	return () => sockets.forEach((socket) => socket.destroy());
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
}

/** An address that a client can dial, for a server that listens on all. */
function reachable(host: string): string {
	return host === '0.0.0.0' ? LOCAL : host === '::' ? '::1' : host;
}
