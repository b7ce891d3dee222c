import type { Environment } from '../core/environment.ts';
import { fits, isMeant } from './fits.ts';
import type { Rule, Scenario } from './scenario.ts';
import type { Sighting } from './sighting.ts';
import type { Step } from './step-schema.ts';
import type { EventTrigger, MessageTrigger } from './trigger-schema.ts';

/** One scenario that plays: how often its rules fitted, and what of it is still to come. */
export class Play {
	readonly scenario: Scenario;
	#environment: Environment;
	/** For each rule, how many messages fitted, by whose they were. */
	#counts = new Map<Rule, Map<string, number>>();
	#timers = new Set<() => void>();

	constructor(scenario: Scenario, environment: Environment) {
		this.scenario = scenario;
		this.#environment = environment;
	}

	/** What is to be done about a message, in the order of the rules. */
	stepsFor(sighting: Sighting): Step[] {
		return this.#rules.flatMap((rule) => {
			const { when } = rule;
			if ('event' in when || !fits(when, sighting)) return [];
			return isMeant(when, this.#count(rule, when, sighting)) ? rule.do : [];
		});
	}

	stepsAt(event: EventTrigger['event']): Step[] {
		return this.#rules.flatMap(({ when, do: steps }) =>
			'event' in when && when.event === event ? steps : []
		);
	}

	/** A task of this scenario, which its end calls off; at once where there is no delay. */
	after(delay: number, task: () => void): void {
		if (delay === 0) return task();
		const cancel = this.#environment.schedule(delay, () => {
			this.#timers.delete(cancel);
			task();
		});
		this.#timers.add(cancel);
	}

	/** A connection is gone: what was counted of it is forgotten. */
	forget(connection: string): void {
		for (const counts of this.#counts.values()) counts.delete(`connection ${connection}`);
	}

	end(): void {
		for (const cancel of this.#timers) cancel();
		this.#timers.clear();
	}

	get #rules(): readonly Rule[] {
		return this.scenario.rules ?? [];
	}

	#count(rule: Rule, { nth, per = 'extension' }: MessageTrigger, sighting: Sighting): number {
		if (nth === undefined) return 0;
		const counts = this.#counts.get(rule) ?? new Map<string, number>();
		this.#counts.set(rule, counts);
		const { connection, extension } = sighting;
		const key = { connection: `connection ${connection.id}`, extension, edge: 'edge' }[per];
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count;
	}
}
