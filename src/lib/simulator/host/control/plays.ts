import { builtInScenarios } from '../../scenario/built-in.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ScenarioPlayer } from '../../scenario/scenario-player.ts';

/** A scenario that can be asked for by its name, as `GET /edge/scenarios` lists it. */
export interface ScenarioSummary {
	name: string;
	title: string;
	description?: string;
}

/** A scenario that plays. */
export interface PlayView {
	/** By which it can be ended. */
	id: string;
	/** Of a built-in one. */
	name?: string;
	title: string;
	/** Whose messages alone it is about; all of them unless told. */
	extension?: string;
}

interface Play extends PlayView {
	end(): void;
}

/** The scenarios that play, each with an id by which it can be ended. */
export class Plays {
	#player: ScenarioPlayer;
	#plays = new Map<string, Play>();
	#started = 0;

	constructor(player: ScenarioPlayer) {
		this.#player = player;
	}

	start(scenario: Scenario, extension?: string): PlayView {
		const id = String(++this.#started);
		const { title } = scenario;
		const end = this.#player.play(extension === undefined ? scenario : only(scenario, extension));
		const play = { id, name: nameOf(scenario), title, extension, end };
		this.#plays.set(id, play);
		return view(play);
	}

	/** @returns false where there is none of this id */
	end(id: string): boolean {
		this.#plays.get(id)?.end();
		return this.#plays.delete(id);
	}

	list(): PlayView[] {
		return [...this.#plays.values()].map(view);
	}
}

/** The same rules, about the messages of one extension. What no message sets off stays for all. */
function only(scenario: Scenario, extension: string): Scenario {
	return {
		...scenario,
		rules: scenario.rules?.map((rule) =>
			'event' in rule.when ? rule : { ...rule, when: { ...rule.when, extension } }
		)
	};
}

export function builtInSummaries(): ScenarioSummary[] {
	return Object.entries(builtInScenarios).map(([name, { title, description }]) => ({
		name,
		title,
		description
	}));
}

function nameOf(scenario: Scenario): string | undefined {
	return Object.entries(builtInScenarios).find(([, known]) => known === scenario)?.[0];
}

function view({ id, name, title, extension }: Play): PlayView {
	return { id, name, title, extension };
}
