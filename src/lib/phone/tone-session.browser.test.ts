import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AudioLevel, meterLevel } from './audio-level.ts';
import { audioContext } from './audio-context.ts';
import { CallMedia } from './call-media.ts';
import { MediaMonitor, type MediaEvent } from './media-monitor.ts';
import { mediaStats } from './media-stats.ts';
import { ToneSession } from './tone-session.ts';

const sessions: ToneSession[] = [];
const tone = (frequency: number) => {
	const session = new ToneSession({ stunServers: [], frequency });
	sessions.push(session);
	return session;
};

/** Two tone sessions that talk to each other; `watch` sees the caller's before it offers. */
async function connect(watch: (caller: ToneSession) => void = () => undefined) {
	const caller = tone(440);
	const callee = tone(523.25);
	watch(caller);
	await caller.applyAnswer(await callee.createAnswer(await caller.createOffer()));
	await expect.poll(() => caller.connection.connectionState, { timeout: 5_000 }).toBe('connected');
	return { caller, callee };
}

const stats = async ({ connection }: ToneSession) => mediaStats(await connection.getStats());

/** Without a gesture the browser keeps an AudioContext suspended, and a tone sends no packet. */
beforeAll(async () => {
	const context = audioContext();
	await userEvent.click(document.body);
	await vi.waitFor(() => expect(context.state).toBe('running'));
});

afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));

describe('ToneSession', () => {
	it('offers what the SDK needs of a session description', async () => {
		const sdp = await tone(440).createOffer({ iceRestart: true });
		for (const line of ['a=rtcp-mux', 'a=sendrecv', 'a=fingerprint:', 'telephone-event/8000'])
			expect(sdp).toContain(line);
		expect(sdp).toMatch(/^a=candidate:/m);
		expect(sdp).toMatch(/^o=\S+ \d+ \d+/m);
	});

	it('carries sound both ways', async () => {
		const { caller, callee } = await connect();
		for (const session of [caller, callee]) {
			const before = await stats(session);
			await expect
				.poll(() => stats(session), { timeout: 5_000 })
				.toSatisfy(
					(after: typeof before) =>
						after.bytesSent > before.bytesSent + 1_000 &&
						after.bytesReceived > before.bytesReceived + 1_000 &&
						(after.remoteLevel ?? 0) > 0
				);
		}
		expect(await stats(caller)).toMatchObject({ codec: 'opus', localCandidateType: 'host' });
	});

	it('is silent while it is muted', async () => {
		const { caller, callee } = await connect();
		const level = async () => (await stats(callee)).remoteLevel;
		await expect.poll(level, { timeout: 5_000 }).toBeGreaterThan(0);
		caller.setMuted(true);
		await expect.poll(level, { timeout: 5_000 }).toBe(0);
		caller.setMuted(false);
		await expect.poll(level, { timeout: 5_000 }).toBeGreaterThan(0);
	});

	it('sends digits as telephone-events, or says that it cannot', async () => {
		expect(() => tone(440).sendDtmf('1')).toThrow('telephone-event');
		const { caller } = await connect();
		caller.sendDtmf('159', 100, 70);
		const dtmf = caller.connection.getSenders()[0]?.dtmf;
		expect(dtmf?.toneBuffer).toBe('159');
		await expect.poll(() => dtmf?.toneBuffer, { timeout: 3_000 }).toBe('');
	});

	it('goes on after an ICE restart', async () => {
		const { caller, callee } = await connect();
		const ufrag = (sdp: string) => /a=ice-ufrag:(\S+)/.exec(sdp)?.[1];
		const first = ufrag(caller.connection.localDescription?.sdp ?? '');
		const offer = await caller.createOffer({ iceRestart: true });
		expect(ufrag(offer)).not.toBe(first);
		await caller.applyAnswer(await callee.createAnswer(offer));
		const before = await stats(callee);
		await expect
			.poll(async () => (await stats(callee)).bytesReceived, { timeout: 5_000 })
			.toBeGreaterThan(before.bytesReceived + 1_000);
	});
});

describe('CallMedia', () => {
	it('records the states of a connection, and its statistics each second', async () => {
		const events: MediaEvent[] = [];
		const gathered: boolean[] = [];
		let media: CallMedia | undefined;
		const { caller } = await connect((session) => {
			media = new CallMedia(session.connection, {
				record: (event) => events.push(event),
				ongathered: (foundAddress) => gathered.push(foundAddress)
			});
		});
		const of = (event: MediaEvent['event']) =>
			events.flatMap((seen) => (seen.event === event && 'state' in seen ? [seen.state] : []));
		const counted = () => events.flatMap((seen) => (seen.event === 'stats' ? [seen.stats] : []));
		await expect.poll(() => counted().length, { timeout: 5_000 }).toBeGreaterThanOrEqual(2);
		expect(of('signaling')).toEqual(['have-local-offer', 'stable']);
		expect(of('ice-gathering')).toEqual(['gathering', 'complete']);
		expect(of('ice-connection')).toContain('connected');
		expect(of('dtls')).toEqual(['connecting', 'connected']);
		expect(of('connection')).toEqual(['connecting', 'connected']);
		expect(gathered).toEqual([true]);
		const [first, second] = counted();
		expect(second?.bytesReceived).toBeGreaterThan(first?.bytesReceived ?? Infinity);
		await expect.poll(() => media?.level(), { timeout: 5_000 }).toBeGreaterThan(0);

		caller.dispose();
		media?.stop();
		media?.stop();
		expect(of('connection')).toEqual(['connecting', 'connected', 'closed']);
	});
});

describe('MediaMonitor', () => {
	it('tells when ICE finds no address to offer', async () => {
		// With relays alone allowed, and none there, nothing is left.
		const connection = new RTCPeerConnection({ iceTransportPolicy: 'relay' });
		const gathered: boolean[] = [];
		const monitor = new MediaMonitor(connection, {
			record: () => undefined,
			ongathered: (foundAddress) => gathered.push(foundAddress)
		});
		connection.addTransceiver('audio');
		await connection.setLocalDescription();
		await expect.poll(() => gathered).toEqual([false]);
		monitor.stop();
		connection.close();
	});
});

describe('AudioLevel', () => {
	it('is 0 for silence, 1 for full scale, and linear in decibels between', () => {
		expect(meterLevel(new Float32Array(8))).toBe(0);
		expect(meterLevel(new Float32Array(8).fill(1))).toBe(1);
		expect(meterLevel(new Float32Array(8).fill(0.1))).toBeCloseTo(2 / 3);
		expect(meterLevel(new Float32Array(8).fill(1e-9))).toBe(0);
	});

	it('hears a stream', async () => {
		const context = audioContext();
		const source = new OscillatorNode(context, { frequency: 440 });
		const output = context.createMediaStreamDestination();
		const level = new AudioLevel(output.stream, context);
		expect(level.read()).toBe(0);
		source.connect(output);
		source.start();
		await expect.poll(() => level.read()).toBeGreaterThan(0.9);
		source.stop();
		await expect.poll(() => level.read()).toBe(0);
		level.close();
	});
});
