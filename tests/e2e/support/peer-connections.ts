import { expect, type Page } from '@playwright/test';

interface Flow {
	sent: number;
	received: number;
}

declare global {
	interface Window {
		peerConnections: RTCPeerConnection[];
	}
}

/** Keeps hold of the page's peer connections, to ask the browser itself what flows. Before `goto`. */
export async function watchPeerConnections(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.peerConnections = [];
		window.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				window.peerConnections.push(this);
			}
		};
	});
}

/** Audio bytes of each peer connection that is connected, by `getStats`. */
async function flows(page: Page): Promise<Flow[]> {
	return page.evaluate(async () => {
		const connected = window.peerConnections.filter((peer) => peer.connectionState === 'connected');
		return Promise.all(
			connected.map(async (peer) => {
				const flow = { sent: 0, received: 0 };
				for (const report of (await peer.getStats()).values()) {
					if (report.type === 'outbound-rtp') flow.sent += report.bytesSent;
					if (report.type === 'inbound-rtp') flow.received += report.bytesReceived;
				}
				return flow;
			})
		);
	});
}

/** Waits until audio flows both ways on that many peer connections: every count has grown. */
export async function expectAudioBothWays(page: Page, connections: number): Promise<void> {
	await expect.poll(async () => (await flows(page)).length).toBe(connections);
	const before = await flows(page);
	await expect
		.poll(async () => {
			const after = await flows(page);
			return before.every(
				({ sent, received }, index) =>
					(after[index]?.sent ?? 0) > sent + 1_000 &&
					(after[index]?.received ?? 0) > received + 1_000
			);
		})
		.toBe(true);
}

/** Does what starts ICE anew, and waits until a peer connection sends by the new session. */
export async function expectIceRestart(
	page: Page,
	connection: number,
	restart: () => Promise<void>
): Promise<void> {
	const before = await iceUserOf(page, connection);
	await restart();
	await expect
		.poll(async () => {
			const after = await iceUserOf(page, connection);
			return after !== undefined && after !== before;
		})
		.toBe(true);
}

/** The local user name of the ICE session by which a peer connection sends. */
function iceUserOf(page: Page, connection: number): Promise<string | undefined> {
	return page.evaluate(async (index) => {
		const stats = [...((await window.peerConnections[index]?.getStats())?.values() ?? [])];
		const transport = stats.find(({ type }) => type === 'transport');
		const pair = stats.find(({ id }) => id === transport?.selectedCandidatePairId);
		const local = stats.find(({ id }) => id === pair?.localCandidateId);
		return local?.usernameFragment as string | undefined;
	}, connection);
}
