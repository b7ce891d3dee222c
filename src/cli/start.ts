import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { identity } from '../lib/simulator/host/version.ts';
import { openBrowser } from './browser.ts';
import { HOST, holderOf, nextFreePort, parsePort } from './port.ts';
import type { Served } from './serve.ts';

interface Options {
	port: number;
	open: boolean;
	dev: boolean;
}

const ROOT = resolve(import.meta.dirname, '../..');
/** Ctrl-C has answered by then, whatever a socket still waits for. */
const LONGEST_FAREWELL = 1500;

let served: Served | undefined;

const command = new Command('npm start --')
	.description(
		'Sipscope, the SIP inspector for browser phones built on RingCentral’s WebPhone.\n' +
			'Builds the app and serves it, with the RingCentral simulator, on this machine alone.'
	)
	.option(
		'-p, --port <number>',
		'the port to serve on; the next free one if it is taken',
		toPort,
		4173
	)
	.option('--no-open', 'do not open the browser')
	.option('--dev', 'serve the sources with hot reload instead of a build (npm run dev)', false)
	.version(identity.version)
	.addHelpText(
		'after',
		'\nThe page, the simulator (ws://127.0.0.1:4173/sip) and its accounts (/accounts) share one port.\n' +
			'Stored traces belong to the address: another port starts with none.\n' +
			'The browser stays closed where CI is set or there is no display.'
	);

await start(command.parse().opts<Options>()).catch((error: unknown) => {
	console.error(`Sipscope could not start: ${reasonOf(error)}`);
	process.exit(1);
});

async function start({ port, open, dev }: Options): Promise<void> {
	const holder = await holderOf(port);
	if (holder === 'sipscope') {
		console.log(`Sipscope is running already: ${address(port)}`);
		if (open) await openBrowser(address(port));
		return process.exit(0);
	}
	const free = await nextFreePort(port);
	if (free === undefined) throw new Error(`there is no free port from ${port} upwards.`);
	if (free !== port) {
		console.log(`Port ${port} belongs to another program; Sipscope takes ${free}.`);
		console.log('Stored traces belong to an address: those of the usual one are not shown here.');
	}
	endOnSignals();
	if (!dev) console.log('Building Sipscope …');
	// Vite is heavy: --help and an address that is served already do without it.
	const { serveBuilt, serveSources } = await import('./serve.ts');
	served = await (dev ? serveSources : serveBuilt)(ROOT, free);
	console.log(`\n  Sipscope   ${address(free)}`);
	console.log(`  Simulator  ws://${HOST}:${free}/sip\n\n  Ctrl-C ends it.\n`);
	if (open) await openBrowser(address(free));
}

/** An exit code of our own goes before the 143 that Vite would end with. */
function endOnSignals(): void {
	const end = () => {
		process.exitCode = 0;
		setTimeout(() => process.exit(0), LONGEST_FAREWELL).unref();
		void (served?.close() ?? Promise.resolve()).finally(() => process.exit(0));
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}

function address(port: number): string {
	return `http://${HOST}:${port}/`;
}

function toPort(text: string): number {
	const port = parsePort(text);
	if (port !== undefined) return port;
	throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// A bundler's report has a headline, then where the first error is, then what it is.
	return stripVTControlCharacters(message).split('\n').filter(Boolean).slice(0, 3).join(' ');
}
