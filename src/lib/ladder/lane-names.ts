import type { Analysis } from '../analysis/analysis.ts';
import { partyOf } from '../analysis/calls/party.ts';
import type { Phone } from '../analysis/phone.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import { parseUri } from '../sip/uri.ts';
import type { Lane, LaneChoice } from './lane.ts';

/** The title of a phone of which nothing is known. */
export const NAMELESS = 'Phone';

/** The lane of a phone, or of several that share one, named as people would. */
export function phoneLane(
	id: string,
	userAgents: readonly UserAgent[],
	analysis: Analysis,
	{ phones }: LaneChoice
): Lane {
	const [first] = userAgents;
	const known = phoneOf(first, analysis);
	const number = known?.extension ?? numberOf(first, analysis);
	const instance = shortened(first?.instance ?? '');
	const alone = userAgents.length === 1;
	const title = phones === 'address' && number ? number : known?.name;
	return {
		id,
		title: title ?? first?.phone ?? number ?? NAMELESS,
		subtitle: alone
			? subtitleOf(title, known, number, instance)
			: membersOf(userAgents, analysis, phones),
		kind: 'phone',
		...(alone || phones === 'phone' ? { phone: first?.phone } : {}),
		...(alone ? { instance: first?.instance } : {})
	};
}

export function serverLane(id: string, host: string, analysis: Analysis): Lane {
	return { id, title: 'Edge', subtitle: host || (domainOf(analysis) ?? ''), kind: 'server' };
}

/** Lanes that would read alike, two tabs of one phone, get their instances beside the extension. */
export function distinct(lanes: readonly Lane[]): Lane[] {
	const counts = new Map<string, number>();
	for (const lane of lanes) counts.set(nameOf(lane), (counts.get(nameOf(lane)) ?? 0) + 1);
	return lanes.map((lane) => {
		const instance = shortened(lane.instance ?? '');
		const alone = counts.get(nameOf(lane)) === 1;
		if (alone || instance === '' || instance === lane.subtitle) return lane;
		return { ...lane, subtitle: [lane.subtitle, instance].filter(Boolean).join(' · ') };
	});
}

/** The address-of-record that a phone was started for, or registers. */
export function addressOf(userAgent: UserAgent, analysis: Analysis): string | undefined {
	const { phones, registrations } = analysis;
	const known = userAgent.phone === undefined ? undefined : phones.get(userAgent.phone);
	if (known) return known.addressOfRecord;
	return registrations.find((one) => one.userAgent === userAgent)?.addressOfRecord;
}

/** Where a socket leads to: `sip.example.com:8083`. */
export function hostOf(url: string | undefined): string | undefined {
	return /^wss?:\/\/([^/?#]+)/.exec(url ?? '')?.[1];
}

function phoneOf(userAgent: UserAgent | undefined, { phones }: Analysis): Phone | undefined {
	return userAgent?.phone === undefined ? undefined : phones.get(userAgent.phone);
}

/** The extension, or whatever the user name is, of who registers without a name. */
function numberOf(userAgent: UserAgent | undefined, analysis: Analysis): string | undefined {
	const address = userAgent && addressOf(userAgent, analysis);
	return address === undefined ? undefined : partyOf(`<${address}>`).number || undefined;
}

function subtitleOf(
	title: string | undefined,
	known: Phone | undefined,
	number: string | undefined,
	instance: string
): string {
	if (title === number) return known?.name ?? instance;
	return title === undefined ? instance : (number ?? instance);
}

/** `101 · 2 instances`, `Alice, Bob`. */
function membersOf(
	userAgents: readonly UserAgent[],
	analysis: Analysis,
	phones: LaneChoice['phones']
): string {
	const names = [...new Set(userAgents.map((one) => phoneOf(one, analysis)?.name ?? one.phone))];
	const named = names.filter((name) => name !== undefined);
	if (phones === 'address' && named.length > 1) return named.join(', ');
	const number = phones === 'phone' ? numberOf(userAgents[0], analysis) : named[0];
	return [number, `${userAgents.length} instances`].filter(Boolean).join(' · ');
}

/** The domain registered at, else the host that a socket leads to. */
function domainOf({ phones, registrations, connections }: Analysis): string | undefined {
	const [phone] = phones.values();
	const addressOfRecord = phone?.addressOfRecord ?? registrations[0]?.addressOfRecord;
	if (addressOfRecord !== undefined) return parseUri(addressOfRecord)?.host;
	return hostOf(connections[0]?.url);
}

function nameOf({ title, subtitle }: Lane): string {
	return `${title} ${subtitle}`;
}

function shortened(instance: string): string {
	return instance.length > 12 ? `${instance.slice(0, 8)}…` : instance;
}
