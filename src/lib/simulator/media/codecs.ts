import { RTCRtpCodecParameters } from 'werift';

/** What the edge offers and accepts: opus, passed on; PCMU for its own tones; keys at both rates. */
export function audioCodecs(): RTCRtpCodecParameters[] {
	return [
		new RTCRtpCodecParameters({
			mimeType: 'audio/opus',
			clockRate: 48_000,
			channels: 2,
			payloadType: 111,
			parameters: 'minptime=10;useinbandfec=1'
		}),
		new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, payloadType: 0 }),
		keys(8000, 126),
		keys(48_000, 110)
	];
}

function keys(clockRate: number, payloadType: number): RTCRtpCodecParameters {
	return new RTCRtpCodecParameters({
		mimeType: 'audio/telephone-event',
		clockRate,
		payloadType,
		parameters: '0-15'
	});
}
