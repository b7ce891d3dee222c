import { readFile } from 'node:fs/promises';
import { builtInScenarios, scenarioNamed } from '../lib/simulator/scenario/built-in.ts';
import { readScenario, type Scenario } from '../lib/simulator/scenario/scenario.ts';

/**
 * A built-in scenario by its name, or the one in a file. Rejects with all that is wrong in it, a line
 * each: `late.json: rules[0].do: must not be empty`.
 */
export async function scenarioFrom(nameOrFile: string): Promise<Scenario> {
	const builtIn = scenarioNamed(nameOrFile);
	if (builtIn) return builtIn;
	const { scenario, problems } = readScenario(await textOf(nameOrFile));
	if (scenario) return scenario;
	throw new Error(problems.map((problem) => `${nameOrFile}: ${problem}`).join('\n'));
}

async function textOf(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		const names = Object.keys(builtInScenarios).join(', ');
		throw new Error(`${file} is no file, and no scenario of these: ${names}.`, { cause: error });
	}
}
