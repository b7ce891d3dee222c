import type { TraceFormat } from '../format.ts';
import { addressOf } from './address-text.ts';
import { type Heading, headedTextReader } from './headed-text.ts';
import { instantOf } from './iso-time.ts';

/** `proto:UDP 2026-05-28T20:26:40.04Z  192.0.2.11:5062 ---> 203.0.113.10:5060` */
const HEADING =
	/^proto:(UDP|TCP|SCTP) (\d{4}-\d\d-\d\dT\S+) {1,2}(\S+:\d{1,5}) ---> (\S+:\d{1,5})\s*$/;

/** What HOMER 7 exports as text, whose writer is `exportwriter.go` of homer-app. */
export const homerText: TraceFormat = {
	id: 'homer',
	name: 'Text exported by HOMER',
	extensions: ['.txt'],
	reader: headedTextReader({ heading })
};

function heading(line: string): Heading | undefined {
	const [, protocol, time = '', source = '', destination = ''] = HEADING.exec(line) ?? [];
	const at = instantOf(time);
	if (protocol === undefined || at === undefined) return undefined;
	const transport = protocol === 'UDP' ? 'UDP' : 'TCP';
	return {
		at,
		path: { source: addressOf(source), destination: addressOf(destination), transport }
	};
}
