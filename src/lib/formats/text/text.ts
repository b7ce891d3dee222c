import type { Path } from '../../trace/entry.ts';
import type { TraceFormat } from '../format.ts';
import { type Heading, headedTextReader } from './headed-text.ts';
import { instantOf } from './iso-time.ts';
import { textWriter } from './text-writer.ts';

/** A trace as people read it, and Sipscope reads it again. */
export const text: TraceFormat = {
	id: 'text',
	name: 'Text',
	extensions: ['.txt'],
	reader: headedTextReader({ heading, isRemark: (line) => line.startsWith('# ') || line === '#' }),
	writer: textWriter
};

const HEADING = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) {2}(.+?) (→|←) (.+)$/;

/** `192.0.2.1:5060 UDP`: the peer's address, and the transport. */
const CAPTURED = /^(\S+) (UDP|TCP|WS|TLS|WSS)$/;

function heading(line: string): Heading | undefined {
	const [, time = '', phone = '', arrow, peer = ''] = HEADING.exec(line) ?? [];
	const at = instantOf(time);
	if (at === undefined) return undefined;
	const direction = arrow === '→' ? 'sent' : 'received';
	const [, address, transport] = CAPTURED.exec(peer) ?? [];
	const connection = `${phone} – ${address ?? peer}`;
	if (address === undefined) return { at, seen: { direction, connection } };
	const [source, destination] = direction === 'sent' ? [phone, address] : [address, phone];
	const path = { source, destination, transport: transport as Path['transport'] };
	return { at, seen: { direction, connection }, path };
}
