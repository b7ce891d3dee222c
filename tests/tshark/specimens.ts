import { readFileSync, readdirSync } from 'node:fs';
import { generateEntries } from '../../bench/generate.ts';
import { textOf } from '../../src/lib/analysis/entry-text.ts';
import { wireText } from '../../src/lib/sip/wire.ts';
import type { Entry, MessageEntry } from '../../src/lib/trace/entry.ts';
import type { ElementName } from '../flows/element.ts';
import { Flow } from '../flows/flow.ts';
import { registrationFlows } from '../flows/rfc3665-registration.ts';
import { sessionFlows } from '../flows/rfc3665-sessions.ts';
import { scenarios } from '../scenarios.ts';
import { type Datagram, type Endpoint, captureFile } from './capture-file.ts';

/** A frame to be read by us and by tshark. */
export interface Specimen {
	name: string;
	/** As we read it. */
	text: string;
	datagram: Datagram;
}

/** What one phone or element saw of a flow. */
export interface Trace {
	name: string;
	entries: MessageEntry[];
}

/** By this port tshark knows SIP. */
const EDGE: Endpoint = { address: [192, 0, 2, 5], port: 5060 };

/** Conversations are told apart by the phone's port. */
function specimen(
	name: string,
	at: number,
	bytes: Uint8Array,
	{ sent = true, port = 5062 } = {}
): Specimen {
	const phone: Endpoint = { address: [192, 0, 2, 7], port };
	const [source, destination] = sent ? [phone, EDGE] : [EDGE, phone];
	const datagram = { at, source, destination, payload: Buffer.from(bytes) };
	return { name, text: wireText(bytes).text, datagram };
}

export function capture(specimens: readonly Specimen[]): Buffer {
	return captureFile(specimens.map(({ datagram }) => datagram));
}

/** One frame a file. */
export function frames(folder: 'frames' | 'torture/rfc4475' | 'torture/rfc5118'): Specimen[] {
	const place = new URL(`../fixtures/${folder}/`, import.meta.url);
	return readdirSync(place)
		.filter((file) => file.endsWith('.txt'))
		.map((file, index) =>
			specimen(file.replace('.txt', ''), index, readFileSync(new URL(file, place)))
		);
}

/** The traces that the analysis is tested with, and some generated ones. */
export function traces(): Trace[] {
	const flows = { ...registrationFlows, ...sessionFlows };
	const seen = (Object.keys(flows) as (keyof typeof flows)[]).flatMap((name) =>
		(['alice', 'bob'] satisfies ElementName[]).map((element) =>
			trace(`${name}, by ${element}`, new Flow(flows[name]).seenBy(element))
		)
	);
	return [
		...Object.entries(scenarios).map(([name, play]) => trace(name, play().entries)),
		...seen,
		trace('generated', [...generateEntries(400)])
	];
}

function trace(name: string, entries: readonly Entry[]): Trace {
	const messages = entries.filter((entry) => entry.kind === 'message');
	return { name, entries: messages.map((entry, seq) => ({ ...entry, seq })) };
}

/** Each message twice, as where the first answer to everything is lost. */
export function twice({ name, entries }: Trace): Trace {
	const repeated = entries.flatMap((entry) => [entry, entry]);
	const stamped = repeated.map((entry, seq) => ({ ...entry, seq, at: seq * 600_000 }));
	return { name: `${name}, twice`, entries: stamped };
}

/** @param index of the trace among those of one capture */
export function specimensOf({ name, entries }: Trace, index: number): Specimen[] {
	return entries.map((entry) =>
		specimen(`${name}, message ${entry.seq}`, entry.at, entry.bytes ?? Buffer.from(textOf(entry)), {
			sent: entry.direction === 'sent',
			port: 10_000 + index
		})
	);
}
