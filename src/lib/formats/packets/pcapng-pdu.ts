import type { TraceFormat } from '../format.ts';
import { exportedPduWriter } from './pcapng-writer.ts';

/** Messages as Wireshark's "Export PDUs to File" has them; read as any other pcapng. */
export const pcapngPdu: TraceFormat = {
	id: 'pcapng-pdu',
	name: 'Exported PDUs (pcapng, for Wireshark alone)',
	extensions: ['.pcapng'],
	writer: exportedPduWriter
};
