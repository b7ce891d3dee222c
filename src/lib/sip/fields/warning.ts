import { unquoted } from '../grammar/quoted-string.ts';
import { wholeNumber } from '../grammar/whole-number.ts';

/** What went wrong, in an answer (RFC 3261 §20.43). */
export interface Warning {
	/** `399` and others that IANA lists. */
	code: number;
	/** Who warns: a host, or a name. */
	agent: string;
	/** For people. */
	text: string;
}

/** Reads one element of Warning; `undefined` if it begins with no number. */
export function parseWarning(element: string): Warning | undefined {
	const [, digits, agent = '', text = ''] = /^\s*(\d+)\s+(\S*)\s*(.*)$/s.exec(element) ?? [];
	const code = wholeNumber(digits);
	return code === undefined ? undefined : { code, agent, text: unquoted(text) };
}
