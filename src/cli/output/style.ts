import { styleText } from 'node:util';
import type { Tone } from '../../lib/ladder/tone.ts';

type Style = Parameters<typeof styleText>[0];

export type Look = Tone | 'error' | 'warning' | 'title' | 'faint';

/** The terminal's own colours, which its owner has made readable. */
const STYLES: Readonly<Record<Look, Style>> = {
	invite: 'blueBright',
	ack: 'gray',
	bye: 'magenta',
	cancel: 'red',
	message: 'magenta',
	register: 'cyan',
	info: 'yellow',
	refer: 'magenta',
	other: 'reset',
	s1: 'gray',
	s2: 'green',
	s3: 'cyan',
	s4: 'yellow',
	s5: 'red',
	s6: 'red',
	socket: 'gray',
	phone: 'gray',
	media: 'cyan',
	loss: 'red',
	error: 'red',
	warning: 'yellow',
	title: 'bold',
	faint: 'gray'
};

/** Gives a text a look where that is wanted, and leaves it as it is elsewhere. */
export type Paint = (text: string, look: Look | undefined) => string;

/** Colours are for terminals that have them, and not for who sets NO_COLOR (https://no-color.org). */
export function painter(stream: NodeJS.WriteStream): Paint {
	if (!stream.isTTY || !stream.hasColors()) return (text) => text;
	return (text, look) => (look === undefined || text === '' ? text : styleText(STYLES[look], text));
}
