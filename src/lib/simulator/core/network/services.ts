import type { Edge } from '../edge.ts';
import type { MediaEndpoint, Voice } from '../media.ts';
import { durationOf, GREETING, keyTones, MUSIC, PROMPT, type Sound } from '../sounds.ts';
import type { ServiceName } from './directory.ts';

/** What is at the far end of a call that a telephone outside has answered. */
export interface Service {
	voiceFor(listener: MediaEndpoint): Voice | undefined;
	pressed?(key: string): void;
	stop?(): void;
}

/** What a service can do about the call that it serves. */
export interface Line {
	/** It sounds otherwise from now on. */
	changed(): void;
	connectTo(dialled: string): void;
}

/** A service is one line here. */
export const services: Readonly<Record<ServiceName, (edge: Edge, line: Line) => Service>> = {
	greeting: () => ({ voiceFor: () => GREETING }),
	echo: () => ({ voiceFor: (listener) => listener }),
	music: () => ({ voiceFor: () => MUSIC }),
	keys: (edge, line) => new KeyTest(edge, line),
	menu: (edge, line) => new Menu(edge, line)
};

/** A pause after which the keys pressed so far are one number. */
const PAUSE_AFTER_KEYS = 1500;

/** Reads back which keys it heard, as their tones. */
class KeyTest implements Service {
	#edge: Edge;
	#line: Line;
	#keys = '';
	#sound: Sound = PROMPT;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge, line: Line) {
		this.#edge = edge;
		this.#line = line;
	}

	voiceFor(): Sound {
		return this.#sound;
	}

	pressed(key: string): void {
		this.#keys += key;
		this.#after(PAUSE_AFTER_KEYS, () => {
			const tones = keyTones(this.#keys);
			this.#keys = '';
			this.#say(tones);
			this.#after(durationOf(tones), () => this.#say(PROMPT));
		});
	}

	stop(): void {
		this.#cancelTimer?.();
	}

	#say(sound: Sound): void {
		this.#sound = sound;
		this.#line.changed();
	}

	#after(delay: number, task: () => void): void {
		this.#cancelTimer?.();
		this.#cancelTimer = this.#edge.environment.schedule(delay, task);
	}
}

/** 1 to 8 reach the first extensions, 9 the echo test, 0 music. */
class Menu implements Service {
	#edge: Edge;
	#line: Line;

	constructor(edge: Edge, line: Line) {
		this.#edge = edge;
		this.#line = line;
	}

	voiceFor(): Sound {
		return PROMPT;
	}

	pressed(key: string): void {
		if (key === '9') this.#line.connectTo('*11');
		if (key === '0') this.#line.connectTo('*12');
		const account = this.#edge.accounts[Number(key) - 1];
		if (account && key !== '9') this.#line.connectTo(account.extension);
	}
}
