import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import { identity } from '../lib/simulator/host/version.ts';
import { toPort } from './arguments.ts';
import { openBrowser } from './browser.ts';
import { endOnSignals } from './end-on-signals.ts';
import { HOST, holderOf, nextFreePort } from './port.ts';
import type { Served } from './serve.ts';
import { terminal } from './simulator-log.ts';
import {
	simulatorOptions,
	withSimulatorOptions,
	type SimulatorFlags
} from './simulator-options.ts';

interface Options extends SimulatorFlags {
	port: number;
	open: boolean;
	dev: boolean;
}

const ROOT = resolve(import.meta.dirname, '../..');

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
	.addHelpText(
		'after',
		'\nThe page, the simulator (ws://127.0.0.1:4173/sip) and its accounts (/accounts) share one port.\n' +
			'Stored traces belong to the address: another port starts with none.\n' +
			'The browser stays closed where CI is set or there is no display.'
	);

withSimulatorOptions(command).optionsGroup('Options:').version(identity.version);

await start(command.parse().opts<Options>()).catch((error: unknown) => {
	console.error(`Sipscope could not start: ${reasonOf(error)}`);
	process.exit(1);
});

async function start({ port, open, dev, ...flags }: Options): Promise<void> {
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
	const simulator = await simulatorOptions(flags, terminal);
	endOnSignals(() => served?.close() ?? Promise.resolve());
	if (!dev) console.log('Building Sipscope …');
	// Vite is heavy: --help and an address that is served already do without it.
	const { serveBuilt, serveSources } = await import('./serve.ts');
	served = await (dev ? serveSources : serveBuilt)(ROOT, free, simulator);
	console.log(`\n  Sipscope   ${address(free)}`);
	console.log(`  Simulator  ws://${HOST}:${free}/sip\n\n  Ctrl-C ends it.\n`);
	if (open) await openBrowser(address(free));
}

function address(port: number): string {
	return `http://${HOST}:${port}/`;
}

function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// A bundler's report has a headline, then where the first error is, then what it is.
	return stripVTControlCharacters(message).split('\n').filter(Boolean).slice(0, 3).join(' ');
}
