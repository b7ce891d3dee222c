import { lettersOf } from '../grammar/character.ts';
import { firstElementEnd } from '../grammar/list.ts';
import { type Parameters, parameter, parseParameters } from '../grammar/parameters.ts';
import { wholeNumber } from '../grammar/whole-number.ts';

/** One hop (RFC 3261 §20.42). */
export interface Via {
	/** `SIP/2.0`. */
	protocol: string;
	/** `WSS`, `TLS`, … */
	transport: string;
	host: string;
	port?: number;
	branch?: string;
	received?: string;
	/** The port the other side saw (RFC 3581); absent while it is only asked for. */
	rport?: number;
	/** Where answers go instead (RFC 3261 §18.2.2). */
	maddr?: string;
	/** Of a multicast, 0 to 255. */
	ttl?: number;
	parameters: Parameters;
}

const BRANCH = lettersOf('branch');

/** Reads a Via value; of a list, the topmost. Never throws: what is missing is `''` or absent. */
export function parseVia(value: string): Via {
	const topmost = value.slice(0, firstElementEnd(value, 0, value.length));
	const semicolon = topmost.indexOf(';');
	const hop = (semicolon < 0 ? topmost : topmost.slice(0, semicolon)).trim();
	const [, protocol = '', transport = '', sentBy = ''] =
		/^([^\s/]+\s*\/\s*[^\s/]+)\s*\/\s*(\S+)\s*(.*)$/s.exec(hop) ?? [];
	const [, host = '', port] = /^(\[[^\]]*\]|[^\s:]*)\s*(?::\s*(\d+))?/.exec(sentBy) ?? [];
	const parameters = parseParameters(topmost);
	const via: Via = { protocol: protocol.replace(/\s/g, ''), transport, host, parameters };
	if (port !== undefined) via.port = Number(port);
	const branch = parameters.get('branch');
	if (branch !== undefined) via.branch = branch;
	const received = parameters.get('received');
	if (received !== undefined) via.received = received;
	const rport = wholeNumber(parameters.get('rport'));
	if (rport !== undefined) via.rport = rport;
	const maddr = parameters.get('maddr');
	if (maddr !== undefined) via.maddr = maddr;
	const ttl = wholeNumber(parameters.get('ttl'));
	if (ttl !== undefined) via.ttl = ttl;
	return via;
}

/** The branch of the topmost Via in a value (RFC 3261 §8.1.1.7), `''` where it has none. */
export function branchOf(value: string): string {
	return branchIn(value, 0, value.length);
}

/** The same, of a value within a longer text. */
export function branchIn(text: string, start: number, end: number): string {
	return parameter(text, start, firstElementEnd(text, start, end), BRANCH) ?? '';
}
