import type { Path } from '../../trace/entry.ts';
import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import { joined } from '../bytes/joined.ts';
import type { Datagram } from './ip-datagram.ts';

/** Tags of Wireshark's exported_pdu.h. */
const END = 0;
const DISSECTOR = 12;
const IP4 = { source: 20, destination: 21 } as const;
const IP6 = { source: 22, destination: 23 } as const;
const PORT_TYPE = 24;
const SOURCE_PORT = 25;
const DESTINATION_PORT = 26;

/** How it tells what a port is of. */
const PORT_OF = { TCP: 2, UDP: 3 } as const;

/** A message alone, with what Wireshark is to know of it, as its "Export PDUs" writes it. */
export function exportedPdu(
	{ source, destination, payload }: Datagram,
	transport: Path['transport']
): Uint8Array {
	const ip = source.address.length === 16 ? IP6 : IP4;
	return joined([
		tag(DISSECTOR, padded(encodeUtf8('sip'))),
		tag(ip.source, source.address),
		tag(ip.destination, destination.address),
		tag(PORT_TYPE, number(transport === 'UDP' ? PORT_OF.UDP : PORT_OF.TCP)),
		tag(SOURCE_PORT, number(source.port)),
		tag(DESTINATION_PORT, number(destination.port)),
		tag(END, new Uint8Array()),
		payload
	]);
}

/** Numbers are big-endian here, whatever the file is. */
function tag(code: number, value: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(4 + value.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, code);
	view.setUint16(2, value.length);
	bytes.set(value, 4);
	return bytes;
}

function number(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}

function padded(text: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(Math.ceil(text.length / 4) * 4);
	bytes.set(text);
	return bytes;
}
