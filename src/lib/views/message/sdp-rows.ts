import type { Sdp, SdpDirection, SdpMedia, SdpPayload } from '../../sip/sdp/sdp.ts';
import type { Definition } from './definition.ts';

const DIRECTIONS: Readonly<Record<SdpDirection, string>> = {
	sendrecv: 'sends and receives',
	sendonly: 'only sends, as on hold',
	recvonly: 'only receives',
	inactive: 'neither sends nor receives'
};

const SETUPS: Readonly<Record<string, string>> = {
	actpass: 'lets the other side choose',
	active: 'opens DTLS',
	passive: 'waits for DTLS'
};

export function sessionRows({ origin }: Sdp): Definition[] {
	if (!origin) return [];
	return [
		{ name: 'Session', value: origin.sessionId },
		{ name: 'Version', value: origin.version },
		{ name: 'Address', value: origin.address }
	];
}

export function mediaRows(media: SdpMedia): Definition[] {
	const rows: (Definition | false | undefined)[] = [
		{ name: 'Direction', value: media.direction, note: DIRECTIONS[media.direction] },
		{
			name: 'Address',
			value: media.address ? `${media.address}:${media.port}` : String(media.port),
			...(media.port === 0 && { note: 'refused' })
		},
		{ name: 'Protocol', value: media.protocol },
		{ name: 'Codecs', value: media.payloads.map(describePayload).join('\n') },
		{ name: 'DTMF', value: media.telephoneEvent ? 'telephone-event' : 'none' },
		{ name: 'RTCP', value: media.rtcpMux ? 'on the same port' : 'on a port of its own' },
		media.setup !== undefined && {
			name: 'Setup',
			value: media.setup,
			note: SETUPS[media.setup] ?? ''
		},
		media.iceUfrag !== undefined && { name: 'ICE user', value: media.iceUfrag },
		media.fingerprint !== undefined && { name: 'Fingerprint', value: media.fingerprint }
	];
	return rows.filter((row) => row !== false && row !== undefined);
}

/** `111 opus 48 kHz, 2 channels`. */
function describePayload({ type, codec, clockRate, channels }: SdpPayload): string {
	const rate = clockRate > 0 ? ` ${clockRate / 1000} kHz` : '';
	const more = channels !== undefined && channels > 1 ? `, ${channels} channels` : '';
	return `${String(type).padStart(3)} ${codec || 'unnamed'}${rate}${more}`;
}
