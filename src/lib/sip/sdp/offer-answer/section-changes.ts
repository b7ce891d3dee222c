import type { SdpSetup } from '../dtls.ts';
import type { SdpDirection, SdpMedia } from '../sdp.ts';
import { isIceRestart } from './ice.ts';

/** What is new in a side's description since its previous one. Sections are counted from 0. */
export type SdpChange =
	| { kind: 'section-added'; section: number }
	/** Its port became 0. */
	| { kind: 'section-refused'; section: number }
	| { kind: 'section-resumed'; section: number }
	| { kind: 'direction'; section: number; from: SdpDirection; to: SdpDirection }
	/** Where media are to be sent to, where ICE does not say it. */
	| { kind: 'address'; section: number; from: string; to: string }
	/** By name and clock rate; where nothing is added or removed, the order is another. */
	| { kind: 'codecs'; section: number; added: string[]; removed: string[] }
	| { kind: 'ice-restart'; section: number }
	| { kind: 'candidates'; section: number; added: number; removed: number }
	| { kind: 'fingerprint'; section: number }
	| { kind: 'setup'; section: number; from: SdpSetup | undefined; to: SdpSetup | undefined };

export function changesOf(before: SdpMedia, media: SdpMedia, section: number): SdpChange[] {
	if (before.port > 0 && isRefused(media)) return [{ kind: 'section-refused', section }];
	const changes: (SdpChange | false)[] = [
		isRefused(before) && !isRefused(media) && { kind: 'section-resumed', section },
		before.direction !== media.direction && {
			kind: 'direction',
			section,
			from: before.direction,
			to: media.direction
		},
		addressChange(before, media, section),
		codecChange(before, media, section),
		isIceRestart(before, media) && { kind: 'ice-restart', section },
		candidateChange(before, media, section),
		fingerprintsOf(before) !== fingerprintsOf(media) && { kind: 'fingerprint', section },
		before.setup !== media.setup && { kind: 'setup', section, from: before.setup, to: media.setup }
	];
	return changes.filter((change) => change !== false);
}

function isRefused({ port, bundleOnly }: SdpMedia): boolean {
	return port === 0 && !bundleOnly;
}

/** The address and port of a section with ICE change with its candidates, and say nothing more. */
function addressChange(before: SdpMedia, media: SdpMedia, section: number): SdpChange | false {
	const [from, to] = [placeOf(before), placeOf(media)];
	if (media.iceUfrag !== undefined || isRefused(before) || from === to) return false;
	return { kind: 'address', section, from, to };
}

function placeOf({ address = '', port }: SdpMedia): string {
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function codecChange(before: SdpMedia, media: SdpMedia, section: number): SdpChange | false {
	const [old, now] = [codecsOf(before), codecsOf(media)];
	if (old.join() === now.join()) return false;
	return { kind: 'codecs', section, ...difference(old, now) };
}

/** `opus/48000`; the format itself where no payload type does. */
function codecsOf({ payloads, formats }: SdpMedia): string[] {
	if (payloads.length === 0) return formats;
	return payloads.map(({ type, codec, clockRate }) =>
		codec === '' ? String(type) : `${codec.toLowerCase()}/${clockRate}`
	);
}

function candidateChange(before: SdpMedia, media: SdpMedia, section: number): SdpChange | false {
	const { added, removed } = difference(candidatesOf(before), candidatesOf(media));
	if (added.length === 0 && removed.length === 0) return false;
	return { kind: 'candidates', section, added: added.length, removed: removed.length };
}

function candidatesOf({ candidates }: SdpMedia): string[] {
	return candidates.map(({ component, protocol, address, port, type }) =>
		[component, protocol.toLowerCase(), address, port, type].join(' ')
	);
}

function fingerprintsOf({ fingerprints }: SdpMedia): string {
	return fingerprints.map(({ hash, value }) => `${hash} ${value.toUpperCase()}`).join();
}

function difference(
	old: readonly string[],
	now: readonly string[]
): { added: string[]; removed: string[] } {
	const [before, after] = [new Set(old), new Set(now)];
	return {
		added: [...after].filter((one) => !before.has(one)),
		removed: [...before].filter((one) => !after.has(one))
	};
}
