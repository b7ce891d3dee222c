import { callControlScenarios } from './built-in/call-control.ts';
import { callScenarios } from './built-in/calls.ts';
import { registrationScenarios } from './built-in/registration.ts';
import { socketScenarios } from './built-in/sockets.ts';
import type { Scenario } from './scenario.ts';

/** The scenarios that can be asked for by name. */
export const builtInScenarios: Readonly<Record<string, Scenario>> = {
	...registrationScenarios,
	...callScenarios,
	...callControlScenarios,
	...socketScenarios
};

/** undefined where there is none of that name. */
export function scenarioNamed(name: string): Scenario | undefined {
	return Object.hasOwn(builtInScenarios, name) ? builtInScenarios[name] : undefined;
}
