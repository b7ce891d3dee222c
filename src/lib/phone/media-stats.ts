import type { MediaStats } from '../trace/entry.ts';

type Stats = Record<string, unknown> & { id: string; type: string };

/** The audio of a call so far, from its `getStats` (W3C webrtc-stats). */
export function mediaStats(report: RTCStatsReport): MediaStats {
	const all = [...(report as unknown as Iterable<[string, Stats]>)].map(([, stats]) => stats);
	const audio = (type: string) => all.find((stats) => stats.type === type && isAudio(stats));
	const sent = audio('outbound-rtp');
	const received = audio('inbound-rtp');
	const pair = selectedPair(all);
	const byId = (id: unknown) => all.find((stats) => stats.id === id);
	const codec = text(byId(received?.['codecId'] ?? sent?.['codecId']), 'mimeType');
	return {
		packetsSent: number(sent, 'packetsSent') ?? 0,
		packetsReceived: number(received, 'packetsReceived') ?? 0,
		packetsLost: number(received, 'packetsLost') ?? 0,
		bytesSent: number(sent, 'bytesSent') ?? 0,
		bytesReceived: number(received, 'bytesReceived') ?? 0,
		jitterSeconds: number(received, 'jitter'),
		roundTripSeconds:
			number(audio('remote-inbound-rtp'), 'roundTripTime') ?? number(pair, 'currentRoundTripTime'),
		remoteLevel: number(received, 'audioLevel'),
		codec: codec?.replace(/^audio\//, ''),
		localCandidateType: text(byId(pair?.['localCandidateId']), 'candidateType'),
		remoteCandidateType: text(byId(pair?.['remoteCandidateId']), 'candidateType')
	};
}

const isAudio = (stats: Stats) => stats['kind'] === undefined || stats['kind'] === 'audio';

function selectedPair(all: Stats[]): Stats | undefined {
	const selected = all.find((stats) => stats.type === 'transport')?.['selectedCandidatePairId'];
	return all.find((stats) =>
		selected === undefined
			? stats.type === 'candidate-pair' && stats['nominated'] === true
			: stats.id === selected
	);
}

function number(stats: Stats | undefined, name: string): number | undefined {
	const value = stats?.[name];
	return typeof value === 'number' ? value : undefined;
}

function text(stats: Stats | undefined, name: string): string | undefined {
	const value = stats?.[name];
	return typeof value === 'string' ? value : undefined;
}
