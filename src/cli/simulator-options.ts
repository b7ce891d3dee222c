import { Option, type Command } from 'commander';
import { usualSettings } from '../lib/simulator/core/settings.ts';
import type { SimulatorOptions } from '../lib/simulator/host/simulator.ts';
import { accountsWith } from './accounts-file.ts';
import { collect, toNumber } from './arguments.ts';
import { scenarioFrom } from './scenario-file.ts';
import { simulatorLog, type LogKind, type Output } from './simulator-log.ts';

/** What can be told about the simulator, wherever it runs. */
export interface SimulatorFlags {
	accounts?: string;
	scenario?: string;
	media: boolean;
	expires: number;
	superseded: 'accept' | 'refuse';
	allowOrigin?: string[];
	seed?: number;
	log?: LogKind;
}

const LONGEST_EXPIRY = 86_400;
const LARGEST_SEED = 2 ** 32 - 1;

/** Adds the options that both commands have. */
export function withSimulatorOptions(command: Command): Command {
	const { expiresSeconds, superseded } = usualSettings;
	return command
		.optionsGroup('The simulator:')
		.option('--accounts <file>', 'more accounts, a JSON list of { extension, password, name, … }')
		.option(
			'--scenario <name or file>',
			'how the edge behaves differently: docs/simulator-scenarios.md'
		)
		.option('--no-media', 'signalling alone: calls connect, nothing is heard')
		.option(
			'--expires <seconds>',
			'the longest that a registration lasts',
			toNumber(1, LONGEST_EXPIRY),
			expiresSeconds
		)
		.addOption(
			new Option(
				'--superseded <answer>',
				'to the refresh of an instance that registered anew on another connection'
			)
				.choices(['accept', 'refuse'])
				.default(superseded)
		)
		.option('--allow-origin <url>', 'a page from elsewhere that may ask; repeatable', collect)
		.option(
			'--seed <number>',
			'the same ids and nonces in each run; for tests, since they can be guessed',
			toNumber(0, LARGEST_SEED)
		)
		.addOption(
			new Option(
				'--log <kind>',
				'every message, to read (sip) or an object a line (json); none: not even what was refused'
			).choices(['sip', 'json', 'none'])
		);
}

/** Rejects where a file cannot be read, with what is wrong in it. */
export async function simulatorOptions(
	flags: SimulatorFlags,
	output: Output
): Promise<SimulatorOptions> {
	return {
		accounts: flags.accounts === undefined ? undefined : await accountsWith(flags.accounts),
		scenario: flags.scenario === undefined ? undefined : await scenarioFrom(flags.scenario),
		media: flags.media ? await realMedia() : undefined,
		settings: { expiresSeconds: flags.expires, superseded: flags.superseded },
		allowOrigins: flags.allowOrigin,
		seed: flags.seed,
		...simulatorLog(flags.log, output)
	};
}

/** Loaded where it is wanted: WebRTC is heavy. */
async function realMedia() {
	const { weriftMedia } = await import('../lib/simulator/media/werift-media.ts');
	return weriftMedia;
}
