import { consoleLog } from './console/console-log.ts';
import { callsCsv } from './csv/calls-csv.ts';
import { messagesCsv } from './csv/messages-csv.ts';
import type { TraceFormat } from './format.ts';
import { har } from './har/har.ts';
import { messageText } from './message-text.ts';
import { pcapngPdu } from './packets/pcapng-pdu.ts';
import { pcap, pcapng } from './pcap/pcap.ts';
import { playwrightTest } from './playwright/playwright-test.ts';
import { html } from './report/html.ts';
import { markdown } from './report/markdown.ts';
import { svgPicture } from './report/svg-picture.ts';
import { sippUac, sippUas } from './sipp/sipp.ts';
import { sipscopeJson } from './sipscope/sipscope-json.ts';
import { sipscopeLines } from './sipscope/sipscope-lines.ts';
import { homerText } from './text/homer.ts';
import { sngrepText } from './text/sngrep.ts';
import { text } from './text/text.ts';

/**
 * All formats, in the order in which a file is tried: the ones that are sure of their own first, and after
 * those that are read the ones that are only written. A new one is a new file and a line here.
 */
export const FORMATS: readonly TraceFormat[] = [
	sipscopeLines,
	sipscopeJson,
	har,
	pcap,
	pcapng,
	text,
	sngrepText,
	homerText,
	consoleLog,
	messageText,
	pcapngPdu,
	messagesCsv,
	callsCsv,
	markdown,
	svgPicture,
	html,
	sippUac,
	sippUas,
	playwrightTest
];
