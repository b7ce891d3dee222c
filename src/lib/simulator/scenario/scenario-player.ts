import type { Connection, Proxy } from '../core/connection.ts';
import type { Edge } from '../core/edge.ts';
import type { Interceptor } from '../core/interceptor.ts';
import type { Settings } from '../core/settings.ts';
import { Frame } from './frame.ts';
import { OwnRequests } from './own-requests.ts';
import { Play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { scriptedAnswer, scriptedRequest } from './scripted-message.ts';
import { sightingOf, type Sighting } from './sighting.ts';
import type { Step } from './step-schema.ts';

/** What waits for the next frame to the same phone does not wait for ever. */
const LONGEST_SWAP = 1000;

/** What set a step off. */
interface Cause {
	play: Play;
	connection?: Connection;
	sighting?: Sighting;
}

interface Refusal {
	play: Play;
	status: number;
	proxy?: Proxy;
	/** Milliseconds since the epoch. */
	until: number;
}

/** Makes an edge behave as scenarios say, one or several at a time. */
export class ScenarioPlayer implements Interceptor {
	#edge: Edge;
	#usual: Settings;
	#plays: Play[] = [];
	#silent = new Set<Connection>();
	#swapped = new Map<Connection, () => void>();
	#refusals: Refusal[] = [];
	#own = new OwnRequests();

	constructor(edge: Edge) {
		this.#edge = edge;
		this.#usual = { ...edge.settings };
		edge.interceptor = this;
	}

	/** Plays a scenario from now on, beside those that play already. @returns what ends it */
	play(scenario: Scenario): () => void {
		const play = new Play(scenario, this.#edge.environment);
		this.#plays.push(play);
		this.#applySettings();
		for (const step of play.stepsAt('start')) this.#perform(step, { play });
		return () => {
			play.end();
			this.#plays = this.#plays.filter((other) => other !== play);
			this.#refusals = this.#refusals.filter((refusal) => refusal.play !== play);
			this.#applySettings();
		};
	}

	get playing(): readonly Scenario[] {
		return this.#plays.map(({ scenario }) => scenario);
	}

	/** The HTTP status with which a phone that dials this proxy is refused; undefined lets it in. */
	refusal(proxy: Proxy): number | undefined {
		const now = this.#edge.environment.now();
		this.#refusals = this.#refusals.filter(({ until }) => until > now);
		return this.#refusals.find((refusal) => (refusal.proxy ?? proxy) === proxy)?.status;
	}

	opened(connection: Connection): void {
		for (const play of this.#plays) {
			for (const step of play.stepsAt('connected')) this.#perform(step, { play, connection });
		}
	}

	closed(connection: Connection): void {
		this.#silent.delete(connection);
		this.#swapped.delete(connection);
		this.#own.forget(connection);
		for (const play of this.#plays) play.forget(connection.id);
	}

	incoming(connection: Connection, text: string, pass: (text: string) => void): void {
		this.#cross('phone', connection, text, pass);
	}

	outgoing(connection: Connection, text: string, pass: (text: string) => void): void {
		this.#cross('edge', connection, text, pass);
	}

	#cross(
		from: 'phone' | 'edge',
		connection: Connection,
		text: string,
		pass: (text: string) => void
	): void {
		if (this.#silent.has(connection)) return;
		if (this.#plays.length === 0) return pass(text);
		const sighting = sightingOf(from, connection, text);
		if (!sighting) return pass(text);
		if (from === 'phone' && this.#own.takesAnswer(sighting)) return;
		const frame = new Frame(text);
		const effects = this.#plays.flatMap((play) =>
			play.stepsFor(sighting).map((step) => ({ step, play }))
		);
		for (const { step } of effects) frame.take(step);
		this.#pass(frame, connection, pass);
		for (const { step, play } of effects) this.#perform(step, { play, connection, sighting });
	}

	#pass(frame: Frame, connection: Connection, pass: (text: string) => void): void {
		if (frame.isDropped) return;
		const leave = () => {
			if (this.#silent.has(connection)) return;
			for (let copy = 0; copy < frame.copies; copy++) pass(frame.text);
			this.#releaseSwapped(connection);
		};
		const { environment } = this.#edge;
		if (frame.isSwapped) {
			this.#releaseSwapped(connection);
			this.#swapped.set(connection, leave);
			environment.schedule(LONGEST_SWAP, () => {
				if (this.#swapped.get(connection) === leave) this.#releaseSwapped(connection);
			});
		} else if (frame.delay > 0) environment.schedule(frame.delay, leave);
		else leave();
	}

	#releaseSwapped(connection: Connection): void {
		const leave = this.#swapped.get(connection);
		this.#swapped.delete(connection);
		leave?.();
	}

	/** Does what a step says beyond the message that set it off. */
	#perform(step: Step, cause: Cause): void {
		const after = 'after' in step ? (step.after ?? 0) : 0;
		cause.play.after(after, () => {
			try {
				this.#act(step, cause);
			} catch (error) {
				this.#edge.fault(cause.connection?.id ?? 'none', error);
			}
		});
	}

	#act(step: Step, { play, connection, sighting }: Cause): void {
		const { environment } = this.#edge;
		if ('restart' in step) this.#edge.restart();
		if ('call' in step) this.#edge.call(step.call);
		if ('refuse' in step) {
			const { status, proxy, for: duration = Infinity } = step.refuse;
			this.#refusals.push({ play, status, proxy, until: environment.now() + duration });
		}
		if (!connection?.open) return;
		if ('silence' in step) this.#silent.add(connection);
		if ('disconnect' in step)
			environment.disconnect(connection.id, step.disconnect, step.reason ?? '');
		if ('answer' in step && sighting?.message.kind === 'request')
			this.#say(connection, scriptedAnswer(this.#edge, sighting.message, step.answer));
		if ('send' in step) {
			const request = scriptedRequest(this.#edge, connection, step.send, sighting);
			this.#own.add(connection, request);
			this.#say(connection, request);
		}
	}

	/** No rule is about what a scenario says itself. */
	#say(connection: Connection, text: string): void {
		if (!this.#silent.has(connection)) this.#edge.environment.send(connection.id, text);
	}

	#applySettings(): void {
		const settings = this.#plays.map(({ scenario }) => scenario.settings ?? {});
		Object.assign(this.#edge.settings, this.#usual, ...settings);
	}
}
