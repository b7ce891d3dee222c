import type { WebRtcSession } from 'ringcentral-web-phone/types';

/** A media session without media: descriptions that are good enough to be passed around. */
export function cannedSession(): WebRtcSession {
	return {
		createOffer: async () => describe('actpass'),
		createAnswer: async () => describe('active'),
		applyAnswer: async (answer) => {
			if (!answer.startsWith('v=0')) throw new Error('not a session description');
		},
		changeInputDevice: async () => undefined,
		changeOutputDevice: async () => undefined,
		setMuted: () => undefined,
		sendDtmf: () => undefined,
		dispose: () => undefined
	};
}

function describe(setup: string): string {
	return [
		'v=0',
		'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
		'c=IN IP4 0.0.0.0',
		'a=mid:0',
		'a=rtpmap:111 opus/48000/2',
		'a=rtpmap:126 telephone-event/8000',
		'a=sendrecv',
		'a=rtcp-mux',
		`a=setup:${setup}`,
		`a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
		'a=ice-ufrag:test',
		'a=ice-pwd:test-password-of-24-chars',
		''
	].join('\r\n');
}
