import type { SdpBandwidth } from '../../sip/sdp/fields.ts';
import type { SdpLine } from '../../sip/sdp/line.ts';
import {
	type Sdp,
	type SdpCandidate,
	type SdpDirection,
	type SdpMedia,
	type SdpPayload,
	telephoneEvents
} from '../../sip/sdp/sdp.ts';
import { addressKind } from '../../sip/sdp/candidate.ts';
import type { SdpSetup } from '../../sip/sdp/dtls.ts';
import type { Definition } from './definition.ts';

export const DIRECTIONS: Readonly<Record<SdpDirection, string>> = {
	sendrecv: 'sends and receives',
	sendonly: 'only sends, as on hold',
	recvonly: 'only receives',
	inactive: 'neither sends nor receives'
};

const SETUPS: Readonly<Record<SdpSetup, string>> = {
	actpass: 'lets the other side choose',
	active: 'opens DTLS',
	passive: 'waits for DTLS',
	holdconn: 'does not connect yet'
};

type Rows = readonly (Definition | false | undefined)[];

export function sessionRows({
	origin,
	name,
	iceLite,
	groups,
	bandwidth,
	others
}: Sdp): Definition[] {
	return present([
		origin && { name: 'Session', value: origin.sessionId },
		origin && { name: 'Version', value: origin.version },
		origin && { name: 'Address', value: origin.address },
		name !== '' && name !== '-' && { name: 'Name', value: name },
		iceLite && { name: 'ICE', value: 'lite', note: 'answers checks, begins none' },
		...groups.map(({ semantics, mids }) => ({
			name: 'Group',
			value: [semantics, ...mids].join(' '),
			...(semantics === 'BUNDLE' && { note: 'over one transport' })
		})),
		bandwidth.length > 0 && {
			name: 'Bandwidth',
			value: bandwidth.map(describeBandwidth).join('\n')
		},
		otherLines(others)
	]);
}

export function mediaRows(media: SdpMedia): Definition[] {
	return present([
		{ name: 'Direction', value: media.direction, note: DIRECTIONS[media.direction] },
		addressRow(media),
		{ name: 'Protocol', value: media.protocol },
		{ name: 'Codecs', value: codecs(media) },
		{ name: 'DTMF', value: describeKeys(media) },
		media.ptime !== undefined && { name: 'Packet', value: `${media.ptime} ms` },
		media.mid !== undefined && { name: 'Mid', value: media.mid },
		media.bandwidth.length > 0 && {
			name: 'Bandwidth',
			value: media.bandwidth.map(describeBandwidth).join('\n')
		},
		...transportRows(media),
		media.sources.length > 0 && {
			name: 'SSRC',
			value: media.sources.map(({ ssrc }) => ssrc).join('\n')
		},
		otherLines(media.others)
	]);
}

/** A candidate as a row of a table. */
export function candidateCells(candidate: SdpCandidate): string[] {
	const { address, port, relatedAddress, relatedPort } = candidate;
	const via = relatedAddress && `from ${hostPort(relatedAddress, relatedPort ?? 0)}`;
	return [
		[candidate.type, candidate.tcpType].filter(Boolean).join(' '),
		[hostPort(address, port), via].filter(Boolean).join('\n'),
		candidate.protocol.toLowerCase(),
		candidate.component === 1
			? 'RTP'
			: candidate.component === 2
				? 'RTCP'
				: String(candidate.component),
		String(candidate.priority)
	];
}

function transportRows(media: SdpMedia): Rows {
	const { setup, iceUfrag, iceOptions, fingerprints, rtcp, rtcpMux, rtcpMuxOnly } = media;
	return [
		{
			name: 'RTCP',
			value: rtcpMux ? 'on the same port' : 'on a port of its own',
			...(rtcpMux
				? rtcpMuxOnly && { note: 'and nowhere else' }
				: rtcp && { note: String(rtcp.port) })
		},
		setup !== undefined && { name: 'Setup', value: setup, note: SETUPS[setup] },
		iceUfrag !== undefined && {
			name: 'ICE user',
			value: iceUfrag,
			...(iceOptions.length > 0 && { note: iceOptions.join(', ') })
		},
		fingerprints.length > 0 && {
			name: 'Fingerprint',
			value: fingerprints.map(({ hash, value }) => `${hash} ${value}`).join('\n')
		}
	];
}

function addressRow({ address, port, bundleOnly, iceUfrag }: SdpMedia): Definition {
	const value = address ? hostPort(address, port) : String(port);
	const row = { name: 'Address', value };
	if (port === 0)
		return { ...row, note: bundleOnly ? 'of the bundle’s other sections' : 'refused' };
	if (address !== '0.0.0.0') return row;
	return { ...row, note: iceUfrag === undefined ? 'on hold, the old way' : 'not known yet' };
}

function codecs({ payloads, formats }: SdpMedia): string {
	return payloads.length > 0 ? payloads.map(describePayload).join('\n') : formats.join('\n');
}

function describePayload(payload: SdpPayload): string {
	const { type, parameters } = payload;
	const format = parameters === undefined ? '' : ` (${parameters})`;
	return `${String(type).padStart(3)} ${describeCodec(payload)}${format}`;
}

/** `opus 48 kHz, 2 channels`. */
export function describeCodec({ codec, clockRate, channels }: SdpPayload): string {
	const rate = clockRate > 0 ? ` ${clockRate / 1000} kHz` : '';
	const more = channels !== undefined && channels > 1 ? `, ${channels} channels` : '';
	return `${codec || 'unnamed'}${rate}${more}`;
}

function describeKeys(media: SdpMedia): string {
	const types = telephoneEvents(media).map(({ type }) => type);
	return types.length > 0 ? `telephone-event as ${types.join(', ')}` : 'none';
}

function describeBandwidth({ type, value }: SdpBandwidth): string {
	return `${type} ${type === 'AS' ? `${value} kbit/s` : value}`;
}

function hostPort(address: string, port: number): string {
	return addressKind(address) === 'ipv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

/** What is not read is shown as it came. */
export function otherLines(lines: readonly SdpLine[]): Definition | false {
	if (lines.length === 0) return false;
	return {
		name: 'Other lines',
		value: lines.map(({ type, value }) => (type === '' ? value : `${type}=${value}`)).join('\n')
	};
}

function present(rows: Rows): Definition[] {
	return rows.filter((row) => row !== false && row !== undefined);
}
