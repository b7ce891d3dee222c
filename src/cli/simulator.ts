import { Command } from 'commander';
import { certificateFile } from '../lib/simulator/host/certificate.ts';
import { createSimulator, type HostedSimulator } from '../lib/simulator/host/node-host.ts';
import { identity } from '../lib/simulator/host/version.ts';
import { toPort } from './arguments.ts';
import { endOnSignals } from './end-on-signals.ts';
import { listeningProblem } from './listening-problem.ts';
import { terminal } from './simulator-log.ts';
import {
	simulatorOptions,
	withSimulatorOptions,
	type SimulatorFlags
} from './simulator-options.ts';
import { certificateOf, KEPT, type TlsFlags } from './tls-files.ts';

interface Flags extends SimulatorFlags, TlsFlags {
	port?: number;
}

const PLAIN_PORT = 8080;
const TLS_PORT = 8443;

const HELP = `
One port serves all of it:
  /sip          the phones' WebSocket, sub-protocol sip; the same at /
  /accounts     who there is, each with its sipInfo; built in: 101 Alice, 102 Bob, 103 Carol
  /restapi/…    RingCentral's own paths: set the "server" of an app to this address, and it signs in
                with any client id and secret; a JWT or code says who: "102", or a claim "ext"
  /healthz      whether it is up

An app of the stock SDK comes here with sipInfo.outboundProxy = "127.0.0.1:${TLS_PORT}/sip". It dials
wss, so it needs --tls, and a browser that accepts the certificate.
Who may ask: Node, pages of this machine, and those of --allow-origin.

  npm run simulator -- --tls --log sip
  npm run simulator -- --port 8443 --tls --expires 20 --no-media
  npm run simulator -- --accounts accounts.json --allow-origin https://app.example.com

The address is printed once it listens. Ctrl-C or SIGTERM ends it. More: docs/simulator.md`;

const command = new Command('npm run simulator --')
	.description('RingCentral’s SIP edge on this machine: phones of the stock SDK register and call.')
	.optionsGroup('Where it is:')
	.option(
		'-p, --port <number>',
		`the port to listen on, 0 for a free one (default: ${TLS_PORT} with TLS, ${PLAIN_PORT} without)`,
		(text) => (text === '0' ? 0 : toPort(text))
	)
	.option(
		'--host <address>',
		'the address to listen on; whoever reaches it can sign in as anybody',
		'127.0.0.1'
	)
	.option('--tls', `wss and https; the certificate is made once and kept in ${KEPT}`)
	.option('--cert <file>', 'wss and https with this certificate, in PEM; goes with --key')
	.option('--key <file>', 'the private key of --cert, in PEM')
	.addHelpText('after', HELP);

withSimulatorOptions(command).optionsGroup('Options:').version(identity.version);

await start(command.parse().opts<Flags>()).catch((error: unknown) => {
	console.error(`The simulator could not start.\n${(error as Error).message}`);
	process.exit(1);
});

async function start(given: Flags): Promise<void> {
	const tls = await certificateOf(given);
	const port = given.port ?? (tls ? TLS_PORT : PLAIN_PORT);
	const options = await simulatorOptions(given, terminal);
	const { host } = given;
	const simulator = await createSimulator({ ...options, host, port, tls }).catch(
		(error: unknown) => {
			throw listeningProblem(error, host, port) ?? error;
		}
	);
	endOnSignals(() => simulator.close());
	announce(simulator, given);
}

/** The first line that a program reads: it is there only when phones can come. */
function announce({ url, server }: HostedSimulator, { log, tls, cert }: Flags): void {
	if (log === 'json') return terminal.out(JSON.stringify({ kind: 'listening', url, server }));
	const lines = [`Simulator  ${url}`, `Accounts   ${server}/accounts`];
	if (tls && !cert) lines.push(`Trust      ${certificateFile(KEPT)}`);
	terminal.out(lines.join('\n'));
}
