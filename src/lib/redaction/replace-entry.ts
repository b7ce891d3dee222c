import { wireBytes, wireText } from '../sip/wire.ts';
import type { Annotation } from '../trace/annotation.ts';
import type { Entry, MessageEntry, Payload } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { replaceMember } from './bodies/member.ts';
import { replaceDisplayName } from './fields/display-name.ts';
import { replaceInstance } from './fields/instance.ts';
import { replaceUri } from './fields/uri.ts';
import { replaceUserName } from './fields/user.ts';
import { replaceFrame } from './frame.ts';
import type { Replacer } from './replacer.ts';
import { replaceHostPort } from './text/host.ts';
import { replaceInIdentifier } from './text/identifier.ts';
import { replaceInProse } from './text/prose.ts';

type ReplaceText = (text: string, replacer: Replacer) => string;

/** Members by name: how what each says is read. What is not here may be one of a later version. */
const MEMBERS: Readonly<Record<string, ReplaceText>> = {
	phone: replaceInIdentifier,
	instance: replaceInstance,
	connection: replaceInIdentifier,
	callId: replaceInIdentifier,
	source: replaceHostPort,
	destination: replaceHostPort,
	url: replaceUri,
	addressOfRecord: replaceUri,
	name: replaceDisplayName,
	extension: replaceUserName,
	reason: replaceInProse,
	message: replaceInProse,
	detail: replaceInProse,
	state: replaceInProse,
	protocol: replaceInProse
};

/** Words of our own, of closed unions. */
const OWN_WORDS: ReadonlySet<string> = new Set([
	...['kind', 'event', 'direction', 'transport', 'action', 'step', 'cause', 'proxy'],
	...['codec', 'localCandidateType', 'remoteCandidateType']
]);

/** An entry with its private values replaced; `seq`, times, kinds and codes stay. */
export function replaceEntry(entry: Entry, replacer: Replacer): Entry {
	// Named, since getters are no members: a trace that is open holds its texts compressed.
	const { kind, text, bytes, ...rest } = entry as MessageEntry;
	const members = Object.entries(rest).map(([name, value]) => [
		name,
		replaceValue(name, value, entry, replacer)
	]);
	return {
		kind,
		...Object.fromEntries(members),
		...replacePayload(text, bytes, replacer)
	} as Entry;
}

/** The trace's name; who or what recorded it stays. */
export function replaceHeader(header: TraceHeader, replacer: Replacer): TraceHeader {
	return { ...header, name: replaceInProse(header.name, replacer) };
}

export function replaceAnnotation(annotation: Annotation, replacer: Replacer): Annotation {
	return { ...annotation, note: replaceInProse(annotation.note, replacer) };
}

function replacePayload(
	text: string | undefined,
	bytes: Uint8Array | undefined,
	replacer: Replacer
): Payload | undefined {
	if (text !== undefined) return { text: replaceFrame(text, replacer) };
	if (bytes === undefined) return undefined;
	const wire = wireText(bytes);
	const replaced = replaceFrame(wire.text, replacer, { charset: wire.charset, depth: 0 });
	if (replaced === wire.text) return { bytes };
	return { bytes: wireBytes({ text: replaced, charset: wire.charset }) };
}

function replaceValue(name: string, value: unknown, entry: Entry, replacer: Replacer): unknown {
	if (typeof value === 'string') return replaceText(name, value, entry, replacer);
	if (Array.isArray(value)) return value.map((item) => replaceValue(name, item, entry, replacer));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([inner, item]) => [
			inner,
			replaceValue(inner, item, entry, replacer)
		])
	);
}

function replaceText(name: string, text: string, entry: Entry, replacer: Replacer): string {
	if (text === '' || OWN_WORDS.has(name) || (name === 'reason' && entry.kind === 'loss'))
		return text;
	if (name === 'argument' && entry.kind === 'phone') return replaceArgument(text, entry, replacer);
	const replace = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
	return replace ? replace(text, replacer) : replaceMember(name, text, replacer);
}

/** What an action was given: digits that were pressed may be a PIN, others are dialled, or a message. */
function replaceArgument(argument: string, entry: Entry, replacer: Replacer): string {
	if ('action' in entry && entry.action === 'dtmf') return replacer.value('password', argument);
	return /^[\w+*#()-]+$|^[+\d][\d ().-]*$/.test(argument)
		? replaceUserName(argument, replacer)
		: replaceInProse(argument, replacer);
}
