import type { Party } from '../analysis/calls/call.ts';
import { partyOf } from '../analysis/calls/party.ts';
import { textOf } from '../analysis/entry-text.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { parseMessage } from '../sip/message.ts';
import { NAMELESS } from './lane-names.ts';
import type { Lane } from './lane.ts';

/** Both ends of a message whose packets were captured. */
export interface CapturedEnds {
	readonly phone: string;
	readonly server: string;
}

export function capturedEnds({ entry }: SeenMessage): CapturedEnds | undefined {
	const { path, direction } = entry;
	if (path === undefined) return undefined;
	const { source, destination } = path;
	return direction === 'sent'
		? { phone: source, server: destination }
		: { phone: destination, server: source };
}

/**
 * Who is at the phone's end of a message, if it tells: who sends an INVITE first, with one Via, or gets
 * one. What a proxy passes on has a second.
 */
export function ownParty({ head, entry }: SeenMessage): Party | undefined {
	if (head.kind !== 'request' || head.method !== 'INVITE') return undefined;
	if (entry.direction === 'received') return partyOf(head.to);
	const { headers } = parseMessage(textOf(entry));
	const vias = headers.filter(({ name }) => /^(via|v)$/i.test(name));
	return vias.length === 1 ? partyOf(head.from) : undefined;
}

/** A lane with its address: that of a phone is named as people would if it is known who that is. */
export function capturedLane(lane: Lane, address: string, party: Party | undefined): Lane {
	if (lane.kind === 'server') return { ...lane, title: address, subtitle: '' };
	const named = lane.title === NAMELESS ? party?.name || party?.number : lane.title;
	const title = named || address;
	return { ...lane, title, subtitle: title === address ? '' : address };
}
