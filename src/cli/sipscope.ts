#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { identity } from '../lib/simulator/host/version.ts';
import { addCalls } from './commands/calls.ts';
import { addConvert } from './commands/convert.ts';
import { addFindings } from './commands/findings.ts';
import { addLadder } from './commands/ladder.ts';
import { addMessages } from './commands/messages.ts';
import { addRegistrations } from './commands/registrations.ts';
import { CommandError, EXIT } from './exit-code.ts';
import { endOfOutput } from './output/output.ts';

const HELP = `
A trace is a Sipscope trace, an HTTP archive (HAR), a console log of the SDK, SIP.js or JsSIP, a capture,
or SIP messages as text, packed by gzip or not: what it is shows by its content. Without a file, or with -,
it comes from standard input.

  sipscope calls trace.har
  sipscope messages console.log --filter 'method:INVITE status:400..699'
  sipscope findings trace.sipscope.json --json | jq -r 'select(.severity == "error") | .sentence'
  sipscope ladder trace.har --filter call:101 --as svg > ladder.svg
  gunzip -c trace.gz | sipscope registrations
  sipscope convert trace.sipscope.json trace.pcapng
  sipscope convert console.log --to sipscope-lines --filter call:101 | gzip > call.sipscope.jsonl.gz

What is found goes to standard output, what is wrong to standard error. Ends with 0 where all went well, 2 where
the command is wrong, 3 where the file cannot be read, 4 where only a part of it can, 5 where redaction left something.
More: docs/command-line.md`;

// Help is printed by Commander, which knows nothing of pipes.
process.stdout.on('error', endOfOutput);

const program = new Command('sipscope')
	.description(
		'What is in a SIP trace: its messages, calls, registrations, and what went wrong; and the trace in another format.'
	)
	.version(identity.version)
	.exitOverride()
	.addHelpText('after', HELP);
addMessages(program);
addCalls(program);
addRegistrations(program);
addFindings(program);
addLadder(program);
addConvert(program);

await program.parseAsync().catch((error: unknown) => {
	process.exitCode = codeOf(error);
});

/** Tells what is wrong, where nobody has yet. */
function codeOf(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
	if (error instanceof CommandError) {
		console.error(error.message);
		return error.code;
	}
	console.error('Something went wrong that should not; please report it.', error);
	return EXIT.failed;
}
