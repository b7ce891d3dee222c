import type { ByteSource } from '../bytes/byte-source.ts';
import type { TraceFormat } from '../format.ts';
import { pcapngWriter } from '../packets/pcapng-writer.ts';
import type { Reading } from '../reading.ts';
import { Capture } from './capture.ts';
import type { PacketReader, PacketSink } from './captured-packet.ts';
import { isPcapng, PcapngBlocks } from './pcapng-blocks.ts';
import { isPcap, PcapRecords } from './pcap-records.ts';

/** What tcpdump, sngrep and others capture, in libpcap's own format. */
export const pcap: TraceFormat = {
	id: 'pcap',
	name: 'Packet capture (pcap)',
	extensions: ['.pcap', '.cap', '.dmp'],
	reader: {
		sniff: ({ bytes }) => isPcap(bytes),
		read: (file) => readCapture(file, (sink) => new PcapRecords(sink))
	}
};

/** What Wireshark and dumpcap capture. */
export const pcapng: TraceFormat = {
	id: 'pcapng',
	name: 'Packet capture (pcapng)',
	extensions: ['.pcapng', '.ntar'],
	reader: {
		sniff: ({ bytes }) => isPcapng(bytes),
		read: (file) => readCapture(file, (sink) => new PcapngBlocks(sink))
	},
	writer: pcapngWriter
};

async function* readCapture(
	file: ByteSource,
	readerFor: (sink: PacketSink) => PacketReader
): AsyncGenerator<Reading> {
	const capture = new Capture();
	const reader = readerFor(capture);
	for await (const chunk of file.chunks()) {
		reader.take(chunk);
		yield capture.fetch();
	}
	reader.end();
	const leftOut = capture.end();
	yield capture.fetch();
	for (const count of leftOut) yield { leftOut: count };
}
