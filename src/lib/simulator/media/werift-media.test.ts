import { afterEach, expect, test } from 'vitest';
import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader } from 'werift';
import type { MediaEndpoint } from '../core/media.ts';
import { GREETING, MUSIC } from '../core/sounds.ts';
import { eventually } from '../testing/eventually.ts';
import { pcmuOf } from './pcmu.ts';
import { weriftMedia } from './werift-media.ts';

const OPUS = 111;
const PCMU = 0;
const KEYS = 126;
const opened: { close(): unknown }[] = [];

afterEach(async () => {
	for (const each of opened.splice(0)) await each.close();
});

/** A phone with a full WebRTC stack, on this machine. */
class Phone {
	readonly heard: string[] = [];
	/** The tones that were heard, as PCMU, and when each packet of them is due, in samples. */
	readonly tones: { timestamp: number; samples: number[] }[] = [];
	readonly sequence: number[] = [];
	readonly peer = new RTCPeerConnection({
		iceServers: [],
		iceUseIpv4: false,
		iceUseIpv6: false,
		iceAdditionalHostAddresses: ['127.0.0.1'],
		codecs: {
			audio: [
				new RTCRtpCodecParameters({
					mimeType: 'audio/opus',
					clockRate: 48_000,
					channels: 2,
					payloadType: OPUS
				}),
				new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, payloadType: PCMU }),
				new RTCRtpCodecParameters({
					mimeType: 'audio/telephone-event',
					clockRate: 8000,
					payloadType: KEYS
				})
			]
		}
	});
	readonly endpoint: MediaEndpoint;
	#transceiver = this.peer.addTransceiver(new MediaStreamTrack({ kind: 'audio' }));
	#sent = 0;

	constructor(endpoint: MediaEndpoint) {
		this.endpoint = endpoint;
		opened.push(this.peer, endpoint);
		this.#transceiver.dtlsTransport.onRtp.subscribe(({ header, payload }) => {
			this.sequence.push(header.sequenceNumber);
			if (header.payloadType === PCMU) {
				this.tones.push({ timestamp: header.timestamp, samples: [...payload] });
			} else this.heard.push(payload.toString());
		});
	}

	async call({ withoutCandidates = false } = {}): Promise<void> {
		await this.peer.setLocalDescription(await this.peer.createOffer());
		const offer = this.peer.localDescription?.sdp ?? '';
		const sdp = await this.endpoint.answer(
			withoutCandidates ? offer.replace(/^a=(candidate|end-of-candidates).*\r\n/gm, '') : offer
		);
		if (sdp === undefined) throw new Error('the offer was not answered');
		await this.peer.setRemoteDescription({ type: 'answer', sdp });
		await this.connected();
	}

	async answer(): Promise<void> {
		await this.peer.setRemoteDescription({ type: 'offer', sdp: await this.endpoint.offer() });
		await this.peer.setLocalDescription(await this.peer.createAnswer());
		expect(await this.endpoint.accept(this.peer.localDescription?.sdp ?? '')).toBe(true);
		await this.connected();
	}

	/** As `answer`, of an offer in the course of the call. @returns the offer */
	async answerAgain(): Promise<string> {
		const offer = await this.endpoint.offer();
		await this.peer.setRemoteDescription({ type: 'offer', sdp: offer });
		await this.peer.setLocalDescription(await this.peer.createAnswer());
		expect(await this.endpoint.accept(this.peer.localDescription?.sdp ?? '')).toBe(true);
		return offer;
	}

	async hold(direction: 'sendonly' | 'sendrecv'): Promise<string | undefined> {
		const sdp = this.peer.localDescription?.sdp ?? '';
		return this.endpoint.answer(sdp.replace(/a=sendrecv/g, `a=${direction}`));
	}

	say(payload: string | Uint8Array, payloadType = OPUS, timestamp = this.#sent * 960): void {
		const sequenceNumber = ++this.#sent;
		const { ssrc } = this.#transceiver.sender;
		const header = new RtpHeader({ payloadType, sequenceNumber, timestamp, ssrc });
		void this.#transceiver.dtlsTransport.sendRtp(Buffer.from(payload), header);
	}

	connected(): Promise<void> {
		return eventually(() => this.peer.connectionState === 'connected', 'a connection');
	}
}

async function bridged(): Promise<{ alice: Phone; bob: Phone }> {
	const alice = new Phone(weriftMedia.open());
	const bob = new Phone(weriftMedia.open());
	await alice.call();
	await bob.answer();
	alice.endpoint.hear(bob.endpoint);
	bob.endpoint.hear(alice.endpoint);
	return { alice, bob };
}

/** Speaks until it is heard: the edge's own handshake may end a moment after the phone's. */
async function heard(speaker: Phone, listener: Phone, word: string): Promise<void> {
	await eventually(() => {
		speaker.say(word);
		return listener.heard.includes(word);
	}, `"${word}" is heard`);
}

test('two phones hear each other, byte for byte', async () => {
	const { alice, bob } = await bridged();
	await heard(alice, bob, 'Hello Bob');
	await heard(bob, alice, 'Hello Alice');
});

test('a phone that holds hears nothing and is not heard, until it takes the call up again', async () => {
	const { alice, bob } = await bridged();
	await heard(alice, bob, 'before');
	expect(await bob.hold('sendonly')).toContain('a=recvonly');
	for (const phone of [alice, bob]) {
		phone.say('on hold');
		// The edge reads keys on hold too: once one is told, what was said before it has arrived.
		let arrived = false;
		phone.endpoint.onkey = () => (arrived = true);
		phone.say(Uint8Array.of(1, 0x80, 1, 64), KEYS, 4711);
		await eventually(() => arrived, 'what was said on hold has arrived');
	}
	expect(await bob.hold('sendrecv')).toContain('a=sendrecv');
	await heard(alice, bob, 'after');
	await heard(bob, alice, 'after');
	expect([...alice.heard, ...bob.heard]).not.toContain('on hold');
});

test('an echo is the phone’s own voice', async () => {
	const alice = new Phone(weriftMedia.open());
	await alice.call();
	alice.endpoint.hear(alice.endpoint);
	await heard(alice, alice, 'echo');
});

/** Of a sound, how much had passed when the last packet was heard, in samples. */
function heardOf({ tones }: Phone): number {
	return ((tones.at(-1)?.timestamp ?? 0) - (tones[0]?.timestamp ?? 0)) >>> 0;
}

/**
 * Where in a sound the first packet may have been, so that each one after it is in its place. A process
 * that is paused for long skips some (MOST_AT_ONCE), but moves none.
 */
function placesIn(sound: readonly number[], { tones }: Phone): number[] {
	const [first] = tones;
	const fits = (begin: number) =>
		tones.every(({ timestamp, samples }) => {
			const at = begin + ((timestamp - (first?.timestamp ?? 0)) >>> 0);
			return samples.every((sample, index) => sample === sound[at + index]);
		});
	const packets = Array.from({ length: Math.floor(sound.length / 160) }, (_, index) => 160 * index);
	return tones.length === 0 ? [] : packets.filter(fits);
}

test('tones begin when there is a way for them, and make room for a voice without a jump', async () => {
	const { alice, bob } = await bridged();
	await heard(bob, alice, 'before');
	const dave = new Phone(weriftMedia.open());
	dave.endpoint.hear(GREETING);
	await dave.call();
	const greeting = [...pcmuOf(GREETING)];
	await eventually(() => heardOf(dave) > greeting.length / 2, 'the greeting');
	expect(placesIn(greeting, dave)[0]).toBeLessThan(greeting.length / 2);
	alice.endpoint.hear(MUSIC);
	await eventually(() => alice.tones.length > 0, 'music');
	alice.endpoint.hear(bob.endpoint);
	await heard(bob, alice, 'after');
	const steps = alice.sequence.slice(1).map((next, at) => next - (alice.sequence[at] ?? 0));
	expect(new Set(steps)).toEqual(new Set([1]));
});

test('candidates need not be told: the edge waits for checks', async () => {
	const alice = new Phone(weriftMedia.open());
	await alice.call({ withoutCandidates: true });
	alice.endpoint.hear(alice.endpoint);
	await heard(alice, alice, 'echo');
});

test('ICE can be slow: checks stay unanswered for a while', async () => {
	const alice = new Phone(weriftMedia.open({ iceDelay: 700 }));
	const startedAt = performance.now();
	await alice.call();
	expect(performance.now() - startedAt).toBeGreaterThan(700);
});

test('an offer in the course of a call changes nothing but its version', async () => {
	const { alice, bob } = await bridged();
	await heard(alice, bob, 'before');
	for (const phone of [alice, bob]) {
		const version = (sdp: string) => Number(/^o=\S+ \d+ (\d+)/m.exec(sdp)?.[1]);
		const first = version(await phone.answerAgain());
		expect(version(await phone.answerAgain())).toBeGreaterThan(first);
	}
	await heard(alice, bob, 'after');
	await heard(bob, alice, 'after');
});

test('a phone goes on with another peer connection, as in another page', async () => {
	const { alice, bob } = await bridged();
	await heard(alice, bob, 'before');
	const aliceAgain = new Phone(alice.endpoint);
	await aliceAgain.call();
	await heard(aliceAgain, bob, 'Alice again');
	const bobAgain = new Phone(bob.endpoint);
	await bobAgain.call();
	await heard(bobAgain, aliceAgain, 'Bob again');
	await heard(aliceAgain, bobAgain, 'I hear you');
});

test('a transfer joins two others', async () => {
	const { alice, bob } = await bridged();
	const carol = new Phone(weriftMedia.open());
	await carol.answer();
	await heard(bob, alice, 'one moment');
	bob.endpoint.close();
	alice.endpoint.hear(carol.endpoint);
	carol.endpoint.hear(alice.endpoint);
	await heard(carol, alice, 'Carol here');
	await heard(alice, carol, 'Hello Carol');
});

test('a key is told, and not passed on as sound', async () => {
	const { alice, bob } = await bridged();
	await heard(alice, bob, 'sound');
	const keys: string[] = [];
	alice.endpoint.onkey = (key) => keys.push(key);
	for (let times = 0; times < 3; times++) alice.say(Uint8Array.of(3, 0x80, 1, 64), KEYS, 4711);
	await eventually(() => keys.length > 0, 'a key');
	await heard(alice, bob, 'sound again');
	expect(keys).toEqual(['3']);
	expect(bob.heard.every((word) => word.startsWith('sound'))).toBe(true);
});

test('an offer of no use is not answered, and nothing breaks', async () => {
	const endpoint = weriftMedia.open();
	opened.push(endpoint);
	expect(await endpoint.answer('')).toBeUndefined();
	expect(await endpoint.answer('m=audio\r\na=ice-ufrag:x\r\n')).toBeUndefined();
	expect(await endpoint.accept('v=0\r\n')).toBe(false);
});

test('nothing is offered but the loopback address', async () => {
	const endpoint = weriftMedia.open();
	opened.push(endpoint);
	const addresses = [...(await endpoint.offer()).matchAll(/^a=candidate:\S+ 1 \S+ \d+ (\S+)/gm)];
	expect(addresses.map(([, address]) => address)).toEqual(['127.0.0.1']);
});
