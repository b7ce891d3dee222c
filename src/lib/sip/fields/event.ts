import { type Parameters, parseParameters } from '../grammar/parameters.ts';

/** What is subscribed to, or told (RFC 6665 §8.2.1). */
export interface Event {
	/** `refer`, `presence`, `message-summary`; without templates. */
	package: string;
	/** What is applied to the package, in order: `winfo` of `presence.winfo`. */
	templates: readonly string[];
	/** Tells several subscriptions of one dialog apart. */
	id?: string;
	parameters: Parameters;
}

/** Reads Event, or an element of Allow-Events; `undefined` if it names nothing. */
export function parseEvent(value: string): Event | undefined {
	const [name = '', ...templates] = (value.split(';', 1)[0] ?? '').trim().split('.');
	if (name === '') return undefined;
	const parameters = parseParameters(value);
	const id = parameters.get('id');
	return { package: name, templates, ...(id !== undefined && { id }), parameters };
}
