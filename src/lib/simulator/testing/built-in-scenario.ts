import { scenarioNamed } from '../scenario/built-in.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** How much less time passes in tests. */
const HASTE = 20;

/** A built-in scenario with settings of the test's own, whose delays are a twentieth of what they are. */
export function hurried(name: string, settings: Scenario['settings'] = {}): Scenario {
	const scenario = scenarioNamed(name);
	if (!scenario) throw new Error(`there is no scenario ${name}`);
	const rules = JSON.parse(JSON.stringify(scenario.rules ?? []), (key, value: unknown) =>
		(key === 'after' || key === 'delay') && typeof value === 'number' ? value / HASTE : value
	) as Scenario['rules'];
	return { ...scenario, settings: { ...scenario.settings, ...settings }, rules };
}
