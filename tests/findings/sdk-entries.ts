import type { SdkPhone } from '../../src/lib/simulator/testing/sdk-phone.ts';
import { type RuleId } from '../../src/lib/analysis/rules/rule-id.ts';
import { Findings } from '../../src/lib/analysis/rules/findings.ts';
import type { Entry } from '../../src/lib/trace/entry.ts';
import { MILLISECOND, SECOND } from '../../src/lib/trace/instant.ts';
import { analysed } from '../analysed.ts';

/** What a phone of the SDK saw, as Sipscope would have recorded it, a frame each millisecond. */
function entriesOf({ frames, texts }: SdkPhone, name: string): Entry[] {
	const [user = ''] = /sip:([^@>]+)@/.exec(texts[0] ?? '')?.slice(1) ?? [];
	const start: Entry = {
		kind: 'phone',
		event: 'start',
		name,
		addressOfRecord: `sip:${user}`,
		phone: name,
		seq: 0,
		at: 0
	};
	const messages = texts.map((text, index): Entry => ({
		kind: 'message',
		direction: frames[index]?.startsWith('>') ? 'sent' : 'received',
		text,
		phone: name,
		connection: name,
		seq: index + 1,
		at: (index + 1) * MILLISECOND
	}));
	return [start, ...messages];
}

/** The rules that speak of what a phone saw, so many seconds after. */
export function rulesOf(phone: SdkPhone, name: string, seconds: number): RuleId[] {
	const entries = entriesOf(phone, name);
	const now = (entries.at(-1)?.at ?? 0) + seconds * SECOND;
	return new Findings(analysed(entries)).at(now).map(({ rule }) => rule);
}
