import { z } from 'zod';

/** Of `POST /edge/calls`. */
export const callSchema = z.strictObject({
	to: z.string('must be an extension'),
	from: z.string('must be a number').regex(/^\+\d{7,15}$/, 'must be such as "+14155550110"'),
	name: z.string('must be a text').optional()
});

/** A code that a socket may be closed with (RFC 6455 §7.4), as text; 1006 cuts it without a word. */
export const closeCode = z
	.string()
	.regex(/^(10(0[0-36-9]|1[0-4])|[34]\d{3})$/)
	.transform(Number);

/** Of `POST /edge/scenarios`: a built-in one by its name, or all of it. */
export const playSchema = z
	.strictObject({
		name: z.string('must be the name of a scenario').optional(),
		scenario: z.unknown().optional(),
		extension: z.string('must be an extension').optional()
	})
	.refine(({ name, scenario }) => (name === undefined) !== (scenario === undefined), {
		message: 'either "name" or "scenario" is needed'
	});
