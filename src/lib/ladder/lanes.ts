import type { Analysis } from '../analysis/analysis.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import { parseUri } from '../sip/uri.ts';
import type { Lane } from './lane.ts';

/** Where the server's lane is: between the first phone and the others. */
export const SERVER_LANE = 1;

/** The lanes that a ladder needs: one per phone instance, in order of appearance, and the server. */
export class Lanes {
	readonly #analysis: Analysis;
	readonly #indices = new Map<UserAgent, number>();

	constructor(analysis: Analysis) {
		this.#analysis = analysis;
	}

	/** Index of the lane of whoever saw an entry. */
	of(userAgent: UserAgent): number {
		const known = this.#indices.get(userAgent);
		if (known !== undefined) return known;
		const { size } = this.#indices;
		const index = size < SERVER_LANE ? size : size + 1;
		this.#indices.set(userAgent, index);
		return index;
	}

	/** Those that were asked for, as far as they are known by now. */
	list(): Lane[] {
		const phones = [...this.#indices.keys()].map((userAgent) =>
			phoneLane(userAgent, this.#analysis)
		);
		return distinct(phones.toSpliced(SERVER_LANE, 0, serverLane(this.#analysis)));
	}
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
