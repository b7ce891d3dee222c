import { commandName } from '../../ringcentral/commands.ts';
import type { RcMessage } from '../../ringcentral/rc-message.ts';
import { definitions, type Definition } from './definition.ts';

/** A command's number and name: `6 IncomingCall`. */
export function commandTitle(message: RcMessage): string {
	if (message.command < 0) return 'No command';
	return `${message.command} ${commandName(message.command) ?? '(unknown)'}`;
}

/** The attributes of `Hdr`, its command by name. */
export function headerRows(message: RcMessage): Definition[] {
	const name = commandName(message.command);
	return definitions(message.header).map((row) =>
		row.name === 'Cmd' && name ? { ...row, note: name } : row
	);
}

export function bodyRows(message: RcMessage): Definition[] {
	return definitions(message.body);
}
