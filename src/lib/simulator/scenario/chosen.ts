import { z } from 'zod';

/**
 * A schema that is chosen by what the value looks like: unlike a union's, its problems are those of
 * the one that was meant. The choice is a text where nothing fits: what is wrong then.
 */
export function chosen<T>(choose: (value: unknown) => z.ZodType<T> | string) {
	return z.unknown().transform((value, context): T => {
		const schema = choose(value);
		if (typeof schema === 'string') {
			context.addIssue(schema);
			return z.NEVER;
		}
		const parsed = schema.safeParse(value);
		if (parsed.success) return parsed.data;
		for (const { path, message } of parsed.error.issues.flatMap(named)) {
			context.addIssue({ code: 'custom', path, message });
		}
		return z.NEVER;
	});
}

/** A text of a form, with one message for whatever is not. */
export function form(pattern: RegExp, message: string) {
	return z.string(message).regex(pattern, message);
}

export interface Placed {
	path: PropertyKey[];
	message: string;
}

/** One problem for each field that is not known, at its own place. */
export function named(issue: z.core.$ZodIssue): Placed[] {
	if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
	return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known here' }));
}
