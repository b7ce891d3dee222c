import type { MessageEntry } from '../src/lib/trace/entry.ts';
import { type Instant, MILLISECOND } from '../src/lib/trace/instant.ts';
import { Random } from './traffic/random.ts';
import { inboundCall, outboundCall, registration } from './traffic/scenes.ts';
import { type Extra, type Frame, createExtra } from './traffic/talk.ts';

const PHONES = 4;

/** Scenes that go on at the same time. */
const CONCURRENT = 6;

const BEGINNING: Instant = Date.UTC(2026, 0, 5, 9) * MILLISECOND;

/**
 * A made-up trace of `count` messages, the same for the same `seed`: registrations with their
 * refreshes, calls with WebRTC descriptions, RingCentral's XML and JSON. A message has 1 KB on
 * average. Scenes overlap, as they do where several phones are watched; each phone registers first.
 */
export function* generateEntries(count: number, seed = 1): Generator<MessageEntry> {
	const random = new Random(seed);
	const phones = Array.from({ length: PHONES }, (_, i) => createExtra(random, 101 + i));
	const scenes = phones.map((phone): Scene => ({ phone, frames: registration(phone, random) }));
	while (scenes.length < CONCURRENT) scenes.push(beginScene(phones, random));
	let at = BEGINNING;
	for (let seq = 0; seq < count;) {
		const place = random.between(0, scenes.length - 1);
		const scene = scenes[place];
		const next = scene?.frames.next();
		if (scene === undefined || next === undefined || next.done === true) {
			scenes[place] = beginScene(phones, random);
			continue;
		}
		at += random.between(1, 200) * MILLISECOND;
		const { phone } = scene;
		yield {
			kind: 'message',
			seq: seq++,
			at,
			phone: phone.userName,
			instance: phone.instance,
			connection: phone.host,
			direction: next.value.direction,
			text: inOnePiece(next.value.text)
		};
	}
}

interface Scene {
	phone: Extra;
	frames: Generator<Frame>;
}

function beginScene([first, ...others]: readonly Extra[], random: Random): Scene {
	const phone = random.pick(first ?? createExtra(random, 101), ...others);
	const scene = random.pick(registration, outboundCall, outboundCall, inboundCall);
	return { phone, frames: scene(phone, random) };
}

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();

/** As a socket hands it over, not the rope that composing leaves. */
function inOnePiece(text: string): string {
	return fromUtf8.decode(utf8.encode(text));
}
