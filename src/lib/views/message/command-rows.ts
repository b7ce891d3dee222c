import { commandMeaning, commandName, type CommandSpeaker } from '../../ringcentral/commands.ts';
import {
	bodyAttribute,
	headerAttribute,
	type RcAttribute
} from '../../ringcentral/rc-attributes.ts';
import type { RcMessage } from '../../ringcentral/rc-message.ts';
import type { Definition } from './definition.ts';

/** A command's number and name: `6 IncomingCall`. */
export function commandTitle(message: RcMessage): string {
	if (message.command < 0) return 'No command';
	return `${message.command} ${commandName(message.command) ?? '(unknown)'}`;
}

const SPEAKERS: Readonly<Record<CommandSpeaker, string>> = {
	edge: 'The edge says',
	client: 'The phone says'
};

/** What a command says, in words; `undefined` for a number that is none. */
export function commandWords({ command }: RcMessage): string | undefined {
	const meaning = commandMeaning(command);
	return meaning && `${SPEAKERS[meaning.speaker]}: ${meaning.words ?? 'known by its name alone.'}`;
}

/** The attributes of `Hdr`, its command by name. */
export function headerRows(message: RcMessage): Definition[] {
	const name = commandName(message.command);
	return Object.entries(message.header).map(([attribute, value]) =>
		attribute === 'Cmd' && name
			? { name: attribute, value, note: name }
			: explained(attribute, value, headerAttribute(attribute))
	);
}

export function bodyRows(message: RcMessage): Definition[] {
	return Object.entries(message.body).map(([attribute, value]) =>
		explained(attribute, value, bodyAttribute(attribute, message.command))
	);
}

/** What a value stands for says more than what its attribute does. */
function explained(name: string, value: string, attribute: RcAttribute | undefined): Definition {
	if (attribute === undefined) return { name, value };
	const meaning =
		attribute.values && Object.hasOwn(attribute.values, value) && attribute.values[value];
	return { name, value, note: meaning ? `${attribute.words}: ${meaning}` : attribute.words };
}
