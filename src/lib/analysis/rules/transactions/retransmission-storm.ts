import { parseVia } from '../../../sip/fields/via.ts';
import { header, parseMessage } from '../../../sip/message.ts';
import { textOf } from '../../entry-text.ts';
import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { lapse, messageName, phoneName } from '../words.ts';

/** Of one message. A WebSocket loses nothing, so that even these are for nothing. */
const RELIABLE_LIMIT = 3;

/** As often as timers E and F make a client send a request over UDP. */
const UDP_LIMIT = 11;

export const retransmissionStorm: Rule<'transaction'> = {
	id: 'retransmission-storm',
	severity: 'warning',
	title: 'The same message again and again',
	fires: 'A message is sent again 3 times or more; over UDP, 11 times.',
	source: 'RFC 3261 §17.1.2.2, §18; RFC 7118: WebSocket is reliable',
	scope: 'transaction',
	check({ retransmissions }, analysis) {
		if (retransmissions.length < RELIABLE_LIMIT) return undefined;
		const [original, copies] = mostRepeated(retransmissions);
		const udp = isOverUdp(original);
		const last = copies.at(-1);
		if (copies.length < (udp ? UDP_LIMIT : RELIABLE_LIMIT) || last === undefined) return undefined;
		const name = phoneName(original.userAgent, analysis);
		const does = original.entry.direction === 'sent' ? 'sent' : 'received';
		const took = lapse(Math.max(0, last.entry.at - original.entry.at));
		return {
			sentence: `${name} ${does} the same ${messageName(original)} ${copies.length + 1} times within ${took}.`,
			advice: udp
				? 'Answers get lost on the way, or the other side does not take them: compare what both sides saw.'
				: 'Over a WebSocket nothing is lost, so whoever repeats misses the answer for another reason: look whether it was sent, and whether its Via, CSeq and Call-ID are those of the request.',
			evidence: [original.entry, ...copies.map(({ entry }) => entry)]
		};
	}
};

/** The message that was repeated most, and its copies. */
function mostRepeated(copies: readonly SeenMessage[]): [SeenMessage, SeenMessage[]] {
	const groups = new Map<SeenMessage, SeenMessage[]>();
	for (const copy of copies) {
		const original = copy.retransmissionOf ?? copy;
		const group = groups.get(original) ?? [];
		group.push(copy);
		groups.set(original, group);
	}
	return [...groups].reduce((most, group) => (group[1].length > most[1].length ? group : most));
}

function isOverUdp({ entry }: SeenMessage): boolean {
	const via = parseVia(header(parseMessage(textOf(entry)), 'Via') ?? '');
	return via.transport.toUpperCase() === 'UDP';
}
