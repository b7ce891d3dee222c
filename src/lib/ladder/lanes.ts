import type { Analysis } from '../analysis/analysis.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import { parseUri } from '../sip/uri.ts';
import type { Entry } from '../trace/entry.ts';
import type { Lane } from './lane.ts';

/** Where the server's lane is: between the first phone and the others. */
export const SERVER_LANE = 1;

export interface Lanes {
	readonly list: Lane[];
	/** Index of the lane of whoever saw an entry; `undefined` for what concerns all of them. */
	of(entry: Entry): number | undefined;
}

/** The lanes that entries need: one per phone instance, in order of appearance, and the server. */
export function lanesOf(entries: readonly Entry[], analysis: Analysis): Lanes {
	const seen = new Map<UserAgent, number>();
	const userAgentOf = (entry: Entry) =>
		entry.kind === 'message'
			? analysis.messageAt(entry.seq)?.userAgent
			: analysis.userAgentOf(entry);
	for (const entry of entries) {
		const userAgent = userAgentOf(entry);
		if (userAgent && !seen.has(userAgent)) {
			seen.set(userAgent, seen.size < SERVER_LANE ? seen.size : seen.size + 1);
		}
	}
	const phones = [...seen.keys()].map((userAgent) => phoneLane(userAgent, analysis));
	return {
		list:
			entries.length === 0 ? [] : distinct(phones.toSpliced(SERVER_LANE, 0, serverLane(analysis))),
		of: (entry) => {
			const userAgent = userAgentOf(entry);
			return userAgent && seen.get(userAgent);
		}
	};
}

function phoneLane({ id, phone, instance }: UserAgent, analysis: Analysis): Lane {
	const known = phone === undefined ? undefined : analysis.phones.get(phone);
	return {
		id: `phone ${id}`,
		title: known?.name ?? phone ?? 'Phone',
		subtitle: known?.extension ?? shortened(instance ?? ''),
		kind: 'phone',
		phone,
		instance
	};
}

function serverLane(analysis: Analysis): Lane {
	return { id: 'server', title: 'Edge', subtitle: domainOf(analysis) ?? '', kind: 'server' };
}

/** The domain registered at, else the host that a socket leads to. */
function domainOf({ phones, registrations, connections }: Analysis): string | undefined {
	const [phone] = phones.values();
	const addressOfRecord = phone?.addressOfRecord ?? registrations[0]?.addressOfRecord;
	if (addressOfRecord !== undefined) return parseUri(addressOfRecord)?.host;
	return /^wss?:\/\/([^/?#]+)/.exec(connections[0]?.url ?? '')?.[1];
}

/** Lanes that would read alike, two tabs of one phone, get their instances beside the extension. */
function distinct(lanes: readonly Lane[]): Lane[] {
	const names = lanes.map(({ title, subtitle }) => `${title} ${subtitle}`);
	return lanes.map((lane, index) => {
		const alone = names.indexOf(names[index] ?? '') === names.lastIndexOf(names[index] ?? '');
		const instance = shortened(lane.instance ?? '');
		if (alone || instance === '' || instance === lane.subtitle) return lane;
		return { ...lane, subtitle: [lane.subtitle, instance].filter(Boolean).join(' · ') };
	});
}

function shortened(instance: string): string {
	return instance.length > 12 ? `${instance.slice(0, 8)}…` : instance;
}
