import { Command, type CommandName } from '../../ringcentral/commands.ts';
import type { Criterion } from '../criterion.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import { unknownChoice } from './choice.ts';
import { isValueError, readEach, type ValueError } from './key-reader.ts';

const COMMAND_NAMES = Object.keys(Command) as CommandName[];

/** A command's number or its name. */
export function readCommand(values: readonly WrittenValue[]): Criterion | ValueError {
	const any = readEach(values, (value): number | ValueError => {
		if (/^\d{1,4}$/.test(value.text)) return Number(value.text);
		const written = value.text.toLowerCase();
		const name = COMMAND_NAMES.find((known) => known.toLowerCase() === written);
		return name ? Command[name] : unknownChoice(value, COMMAND_NAMES, 'is no command');
	});
	return isValueError(any) ? any : { key: 'cmd', any };
}
