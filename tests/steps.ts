/**
 * How many characters `run` looks at: each `charCodeAt` is one, each search, copy and match of a regular
 * expression as many as it passes at most. It is the same on any machine and under any load, so that
 * growth can be told where a clock would only guess.
 */
export function countSteps(run: () => void): number {
	let steps = 0;
	const restore = [...COSTS].flatMap(([owner, costs]) =>
		Object.entries(costs).map(([name, costOf]) => {
			const original = owner[name] as (...values: unknown[]) => unknown;
			owner[name] = function (this: string & RegExp, ...values: unknown[]) {
				const before = Number((this as Partial<RegExp>).lastIndex ?? 0);
				const result = original.apply(this, values);
				steps += costOf(this, values, result, before);
				return result;
			};
			return () => (owner[name] = original);
		})
	);
	try {
		run();
	} finally {
		for (const undo of restore) undo();
	}
	return steps;
}

type Owner = Record<string, unknown>;
type Cost = (self: string & RegExp, values: unknown[], result: unknown, before: number) => number;

const one: Cost = () => 1;
const all: Cost = (self) => self.length + 1;

/** From where it begins to where it finds, or to the end. */
const search: Cost = (self, [, from = 0], result) =>
	1 +
	((result as number) < 0 ? self.length : (result as number)) -
	Math.min(self.length, Number(from));

const searchBack: Cost = (self, [, from = self.length], result) =>
	1 + Math.min(self.length, Number(from)) - Math.max(0, result as number);

/** A sticky one looks at what it matches; of another that finds nothing, at all there is. */
const match: Cost = (self, [text], result, before) => {
	const found = result as RegExpExecArray | null;
	if (found) return 1 + found.index + found[0].length - before;
	return self.sticky ? 1 : 1 + String(text).length - before;
};

const COSTS = new Map<Owner, Record<string, Cost>>([
	[
		String.prototype as unknown as Owner,
		{
			charCodeAt: one,
			codePointAt: one,
			slice: one,
			indexOf: search,
			lastIndexOf: searchBack,
			includes: all,
			replace: all,
			split: all,
			toLowerCase: all,
			toUpperCase: all,
			trim: all,
			trimEnd: all,
			trimStart: all
		}
	],
	[
		RegExp.prototype as unknown as Owner,
		{ exec: match, test: (self, [text]) => 1 + String(text).length }
	]
]);
