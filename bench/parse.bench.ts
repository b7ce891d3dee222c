import { createRequire } from 'node:module';
import SdkMessage from 'ringcentral-web-phone/sip-message/index';
import { scanHead } from '../src/lib/sip/head.ts';
import { parseMessage } from '../src/lib/sip/message.ts';
import type { Benchmark } from './benchmark.ts';
import { perSecond } from './throughput.ts';
import { texts } from './trace.ts';

const jssip = createRequire(import.meta.url)('jssip/lib/Parser.js') as {
	parseMessage(text: string, ua: object): object | undefined;
};

/** JsSIP is slow, and gives up early on a raw `#` in a URI: it is measured by some that it can read. */
const readByJssip = texts.slice(0, 2_000).filter((text) => jssip.parseMessage(text, {}));

/** The least that any parser does: find each line's end. */
function walk(text: string): number {
	let lines = 0;
	for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n', end + 2)) lines++;
	return lines;
}

const faster = (value: number, baselineValue: number): number => value / baselineValue;
const slower = (value: number, baselineValue: number): number => baselineValue / value;
const unit = 'messages/s';

const sdk = {
	name: 'the SDK',
	measure: () => perSecond(texts, (text) => SdkMessage.fromString(text))
};

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'parse/list-sdk',
		unit,
		measure: () => perSecond(texts, scanHead),
		baseline: sdk,
		ratio: faster,
		target: '>= 5'
	},
	{
		name: 'parse/list-jssip',
		unit,
		measure: () => perSecond(readByJssip, scanHead),
		baseline: {
			name: 'JsSIP',
			measure: () => perSecond(readByJssip, (text) => jssip.parseMessage(text, {}))
		},
		ratio: faster,
		target: '>= 60'
	},
	{
		name: 'parse/list-walk',
		unit,
		measure: () => perSecond(texts, scanHead),
		baseline: { name: 'a walk over the lines', measure: () => perSecond(texts, walk) },
		ratio: slower,
		target: '<= 2.5'
	},
	{
		name: 'parse/headers-sdk',
		unit,
		measure: () => perSecond(texts, parseMessage),
		baseline: sdk,
		ratio: faster,
		target: '>= 3'
	}
];
