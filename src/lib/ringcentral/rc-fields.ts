import { hasWordAt, lettersOf } from '../sip/grammar/character.ts';
import { colonIn, fieldValue, firstLine, lineFeed } from '../sip/grammar/line.ts';

/** Header fields of RingCentral's own that tell of a call; of a repeated one the first counts. */
export interface RcFields {
	/** `P-rc`: an XML message, on an INVITE. */
	readonly message?: string;
	/** `p-rc-api-ids`: party and session. */
	readonly apiIds?: string;
}

/** Finds them in a message whose body begins at `bodyOffset`, in one pass over the head's lines. */
export function findRcFields(text: string, bodyOffset: number): RcFields {
	const fields: { -readonly [name in keyof RcFields]: string } = {};
	let feed = lineFeed(text, firstLine(text));
	for (let at = feed + 1; at < bodyOffset; at = feed + 1) {
		feed = lineFeed(text, at);
		if (!hasWordAt(text, at, PREFIX)) continue;
		const colon = colonIn(text, at, feed);
		const name = NAMES.get(text.slice(at, Math.max(at, colon)).trimEnd().toLowerCase());
		if (name !== undefined) fields[name] ??= fieldValue(text, colon + 1, feed);
	}
	return fields;
}

const PREFIX = lettersOf('p-rc');
const NAMES: ReadonlyMap<string, keyof RcFields> = new Map([
	['p-rc', 'message'],
	['p-rc-api-ids', 'apiIds']
]);
