import { expect, type Page } from '@playwright/test';

/** Loud enough to be meant, in decibels of an analyser. */
const LOUD = -70;

declare global {
	interface Window {
		analysers: Map<RTCPeerConnection, AnalyserNode>;
	}
}

/**
 * Waits until all of these pitches are heard at once on a peer connection. What comes and goes, as a
 * test tone and a ring do, is caught in time. Needs `watchPeerConnections`.
 * @param connection 0 for the page's first
 * @param hertz within 12 Hz, the width of an analyser's bin
 */
export async function expectToHear(
	page: Page,
	connection: number,
	...hertz: number[]
): Promise<void> {
	await expect
		.poll(() => softestOf(page, connection, hertz), {
			message: `connection ${connection} hears ${hertz.join(' and ')} Hz`,
			intervals: [50]
		})
		.toBeGreaterThan(LOUD);
}

/** How loud the softest of these pitches is right now, in decibels. */
function softestOf(page: Page, connection: number, hertz: number[]): Promise<number> {
	return page.evaluate(
		([index, pitches]) => {
			const peer = window.peerConnections[index];
			const track = peer?.getReceivers()[0]?.track;
			if (!peer || !track) return -Infinity;
			window.analysers ??= new Map();
			let analyser = window.analysers.get(peer);
			if (!analyser) {
				const context = new AudioContext();
				analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
				context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
				window.analysers.set(peer, analyser);
			}
			const levels = new Float32Array(analyser.frequencyBinCount);
			analyser.getFloatFrequencyData(levels);
			const binWidth = analyser.context.sampleRate / analyser.fftSize;
			return Math.min(
				...pitches.map((pitch) => {
					const bin = Math.round(pitch / binWidth);
					return Math.max(...levels.slice(bin - 1, bin + 2));
				})
			);
		},
		[connection, hertz] as const
	);
}
