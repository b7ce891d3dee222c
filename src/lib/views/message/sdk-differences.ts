import type { SdkReading } from '../../phone/sdk-reading.ts';
import { comparableName } from '../../sip/fields/header-name.ts';
import type { HeaderField, SipMessage } from '../../sip/message.ts';

/** Something that the SDK saw otherwise than it was on the wire. */
export interface SdkDifference {
	/** The field; absent where it is about the message. */
	field?: string;
	words: string;
	/** Both as written; absent where words tell all. */
	wire?: string;
	sdk?: string;
}

/** Fields that the SDK asks for by these names, and by no compact form. */
const ASKED_FOR: ReadonlySet<string> = new Set([
	'call-id',
	'from',
	'to',
	'via',
	'cseq',
	'contact',
	'www-authenticate',
	'proxy-authenticate'
]);

/** What its parser changes, field by field and in words, in the order of the message. */
export function sdkDifferences(message: SipMessage, reading: SdkReading): SdkDifference[] {
	if (reading.headers.size === 0 && message.headers.length > 0) {
		return [
			{
				words:
					'Lines must end in CRLF for the SDK: it sees no header field, and the whole as the start line.'
			}
		];
	}
	const byName = new Map<string, HeaderField[]>();
	for (const field of message.headers) {
		const fields = byName.get(field.name);
		if (fields) fields.push(field);
		else byName.set(field.name, [field]);
	}
	return [
		...[...byName].flatMap(([name, fields]) => ofField(name, fields, reading)),
		...strayLines(byName, reading),
		...ofBody(message, reading)
	];
}

function ofField(
	name: string,
	fields: readonly HeaderField[],
	reading: SdkReading
): SdkDifference[] {
	const last = fields.at(-1)?.value ?? '';
	const sdk = reading.headers.get(name);
	const differences: SdkDifference[] = [];
	if (fields.length > 1) {
		differences.push({
			field: name,
			words: `It is there ${fields.length} times; the SDK keeps the last one alone.`,
			wire: fields.map(({ value }) => value).join('\n'),
			sdk: sdk ?? ''
		});
	}
	const reason = sdk === undefined ? notFound(name) : changeOf(name, last, sdk);
	if (reason !== undefined && !(fields.length > 1 && reason.field === undefined)) {
		differences.push({ field: name, wire: last, ...reason });
	}
	if (name.length === 1 && ASKED_FOR.has(comparableName(name))) {
		differences.push({
			field: name,
			words: `This is ${comparableName(name)} in short. The SDK knows no short names, and misses it.`
		});
	}
	return differences;
}

function notFound(name: string): Omit<SdkDifference, 'wire'> {
	return {
		words: `The SDK wants a colon and a space after the name: it has no field ${name}.`,
		sdk: 'no such field'
	};
}

/** How the SDK's value came about, where it is another; white space around it changes nothing. */
function changeOf(
	name: string,
	wire: string,
	sdk: string
): Omit<SdkDifference, 'wire'> | undefined {
	const value = sdk.trim();
	if (value === wire) return undefined;
	if (name === 'To' && value.startsWith(`${wire};tag=`)) {
		return {
			words:
				'There is no tag; the SDK adds one that it makes up, another for each message, though only the one who answers gives it (RFC 3261 §8.2.6.2).',
			sdk: `${wire};tag=…`
		};
	}
	if (wire.startsWith(value) && wire.slice(value.length).trimStart().startsWith(':')) {
		return {
			words: 'A value ends at its second colon and space for the SDK; the rest is lost.',
			sdk
		};
	}
	return {
		words: 'A value that is folded over several lines ends with the first for the SDK.',
		sdk
	};
}

/** Names that only the SDK has: lines that are no fields, and fields whose colon it did not see. */
function strayLines(
	byName: ReadonlyMap<string, unknown>,
	{ headers }: SdkReading
): SdkDifference[] {
	return [...headers.keys()]
		.filter((name) => !byName.has(name) && name.trim() !== '')
		.map((name) => ({
			words: 'The SDK takes this line for a field of that name.',
			sdk: name.length > 80 ? `${name.slice(0, 80)}…` : name
		}));
}

function ofBody(message: SipMessage, { body }: SdkReading): SdkDifference[] {
	if (body === message.body) return [];
	return [
		{
			words:
				'The body is another one for the SDK, which looks for an empty line in CRLF before it.',
			wire: message.body.slice(0, 200),
			sdk: body.slice(0, 200)
		}
	];
}
