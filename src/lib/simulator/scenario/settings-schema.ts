import { z } from 'zod';

const milliseconds = z.number('must be milliseconds').min(0, 'must not be negative');
const seconds = z.int('must be whole seconds').min(0, 'must not be negative');
const range = z.strictObject({ from: milliseconds, to: milliseconds });

/** The settings of the edge that a scenario may change, all of them optional. */
export const settingsSchema = z
	.strictObject({
		expiresSeconds: seconds,
		slotsPerExtension: z.int('must be a whole number').min(0, 'must not be negative'),
		superseded: z.enum(['refuse', 'accept'], 'must be "refuse" or "accept"'),
		nonceLifetime: milliseconds,
		clockRate: z.number('must be a number').positive('must be more than 0'),
		answers: z.enum(['at once', 'with the callee'], 'must be "at once" or "with the callee"'),
		pace: range,
		ringAfter: range,
		ringFor: milliseconds,
		replyChoice: milliseconds,
		orphanFor: milliseconds,
		answerWithin: milliseconds,
		iceDelay: milliseconds
	})
	.partial();
