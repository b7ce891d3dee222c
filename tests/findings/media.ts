import type { MediaStats } from '../../src/lib/trace/entry.ts';
import type { ScriptedPhone } from '../scripted-phone.ts';
import type { ScriptedTrace } from '../scripted-trace.ts';
import type { Example } from './example.ts';

const PCMU_ALONE = [
	'v=0',
	'o=- 1 1 IN IP4 192.0.2.1',
	's=-',
	't=0 0',
	'm=audio 40000 UDP/TLS/RTP/SAVPF 18',
	'a=rtpmap:18 G729/8000',
	''
].join('\r\n');

/** Alice in a call that is answered. */
function talking(trace: ScriptedTrace): ScriptedPhone {
	const alice = trace.phone('Alice', '101').online();
	alice.call('102', { callId: 'A' }).dial().answered();
	return alice;
}

function count(phone: ScriptedPhone, seconds: number, packets: Partial<MediaStats>): void {
	for (let second = 0; second < seconds; second++) {
		phone.trace.wait(1_000);
		phone.stats('A', { ...NOTHING, ...packets });
	}
}

const NOTHING: MediaStats = {
	packetsSent: 0,
	packetsReceived: 0,
	packetsLost: 0,
	bytesSent: 0,
	bytesReceived: 0
};

export const mediaExamples = {
	'media-not-connected': {
		fires: (trace) => {
			const alice = talking(trace);
			alice.media('A', 'ice-connection', 'checking');
			trace.wait(10_000);
		},
		says: 'The media of Alice in 101 → 102 never connected: one side names no DTLS fingerprint. Nobody hears anything.',
		spares: (trace) => {
			const alice = talking(trace);
			alice.media('A', 'ice-connection', 'checking');
			trace.wait(9_000);
			alice.media('A', 'connection', 'connected');
			trace.wait(9_000);
		}
	},

	'one-way-media': {
		fires: (trace) => {
			const alice = talking(trace);
			alice.media('A', 'connection', 'connected');
			count(alice, 6, { packetsSent: 250 });
		},
		says: 'In the call 101 → 102, Alice receives nothing: it hears silence (250 packets sent, 0 received).',
		spares: (trace) => {
			const alice = talking(trace);
			alice.media('A', 'connection', 'connected');
			count(alice, 6, { packetsSent: 250 });
			count(alice, 1, { packetsSent: 300, packetsReceived: 1 });
		}
	},

	'no-common-codec': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			alice.call('102', { callId: 'A' }).dial().answered(PCMU_ALONE);
		},
		says: 'The call 101 → 102 of Alice is up without sound: offer and answer have no codec in common.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			const answer = PCMU_ALONE.replace('SAVPF 18', 'SAVPF 18 0');
			alice.call('102', { callId: 'A' }).dial().answered(answer);
		}
	},

	'no-telephone-event': {
		fires: (trace) => {
			const bob = trace.phone('Bob', '102').online();
			const offer = `${PCMU_ALONE}a=rtpmap:126 telephone-event/8000\r\n`;
			const caller = { name: 'EXAMPLE CALLER', number: '+16505550142' };
			bob.ring(caller, { callId: 'B' }, offer).confirm().answer();
		},
		says: 'In the call +16505550142 → 102 of Bob, keys cannot be sent: telephone-event was offered and not answered.',
		spares: (trace) => {
			talking(trace);
		}
	},

	'slow-gathering': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			alice.media('A', 'ice-gathering', 'gathering');
			trace.wait(2_000);
			alice.call('102', { callId: 'A' }).dial();
		},
		says: 'Alice sent its INVITE only after 2 s: ICE was still gathering candidates, and the SDK waited.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').online();
			alice.media('A', 'ice-gathering', 'gathering');
			trace.wait(2_000);
			alice.media('A', 'ice-gathering', 'complete');
			alice.call('102', { callId: 'A' }).dial();
		}
	}
} satisfies Record<string, Example>;
