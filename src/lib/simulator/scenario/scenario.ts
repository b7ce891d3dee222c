import { z } from 'zod';
import { named, type Placed } from './chosen.ts';
import { settingsSchema } from './settings-schema.ts';
import { nameOf, stepSchema, type Step, type StepName } from './step-schema.ts';
import { triggerSchema, type Trigger } from './trigger-schema.ts';

/** Steps that are about a message, by whose message it can be. */
const ABOUT: Partial<Record<StepName, readonly string[]>> = {
	drop: ['phone', 'edge'],
	delay: ['phone', 'edge'],
	repeat: ['edge'],
	swap: ['edge'],
	change: ['edge'],
	answer: ['phone']
};
/** Steps that need a phone: the beginning of a scenario has none. */
const NEED_A_PHONE: readonly StepName[] = ['send', 'disconnect', 'silence'];

const ruleSchema = z
	.strictObject({
		when: triggerSchema,
		do: z.array(stepSchema, 'must be a list of steps').min(1, 'must not be empty')
	})
	.superRefine((rule, context) => {
		rule.do.forEach((step, index) => {
			const message = problemOf(rule.when, step);
			if (message) context.addIssue({ code: 'custom', path: ['do', index], message });
		});
	});

const scenarioSchema = z.strictObject(
	{
		/** What it is about, in a few words. */
		title: z.string('must be a text').min(1, 'must not be empty'),
		/** What a user, an app or the SDK has of it. */
		description: z.string('must be a text').optional(),
		settings: settingsSchema.optional(),
		rules: z.array(ruleSchema, 'must be a list of rules').optional()
	},
	'must be an object with "title" and "rules"'
);

/** How the edge behaves differently: the content of a scenario file. */
export type Scenario = z.infer<typeof scenarioSchema>;
export type Rule = z.infer<typeof ruleSchema>;

export type ScenarioRead =
	{ scenario: Scenario; problems: [] } | { scenario: undefined; problems: string[] };

/** Reads the text of a scenario file; a problem names its place: `rules[0].when.method: must be …`. */
export function readScenario(text: string): ScenarioRead {
	try {
		return checkScenario(JSON.parse(text));
	} catch (error) {
		return { scenario: undefined, problems: [`it is not JSON: ${(error as SyntaxError).message}`] };
	}
}

/** As `readScenario`, of what is no text any more. */
export function checkScenario(value: unknown): ScenarioRead {
	const parsed = scenarioSchema.safeParse(value);
	if (parsed.success) return { scenario: parsed.data, problems: [] };
	return { scenario: undefined, problems: parsed.error.issues.flatMap(named).map(placed) };
}

function problemOf(trigger: Trigger, step: Step): string | undefined {
	const name = nameOf(step);
	const about = name && ABOUT[name];
	if ('event' in trigger) {
		if (about) return `"${name}" is about a message, and "${trigger.event}" is none`;
		const needsPhone = trigger.event === 'start' && name && NEED_A_PHONE.includes(name);
		return needsPhone ? `"${name}" needs a phone, and "start" has none` : undefined;
	}
	if (about && !about.includes(trigger.from))
		return `"${name}" is for messages of the ${about.join(' or the ')}`;
	if (name === 'answer' && trigger.status !== undefined)
		return '"answer" is for requests, and "status" means a response';
	return undefined;
}

/** `rules[0].do[1].answer.status: must be a status`. */
function placed({ path, message }: Placed): string {
	const place = path
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
		.join('')
		.replace(/^\./, '');
	return place === '' ? `it ${message}` : `${place}: ${message}`;
}
