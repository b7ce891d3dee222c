import { type Problem, type ProblemCode, PROBLEM_SOURCES } from '../problem.ts';

/** Where a problem is, if in a header field, and where the rule for that field is written. */
export interface Place {
	field?: string;
	source?: string;
}

/** What is found in one message. */
export class ProblemLog {
	readonly #problems: Problem[] = [];

	/** Notes a problem of the text from `start` to `end`. */
	add(code: ProblemCode, start: number, end: number, { field, source }: Place = {}): void {
		const rule = PROBLEM_SOURCES[code] ?? source ?? 'RFC 3261 §25.1';
		const problem = { code, offset: start, length: end - start, source: rule };
		this.#problems.push(field === undefined ? problem : { ...problem, field });
	}

	/** The same, of the start line, which is no field. */
	report(code: ProblemCode, start: number, end: number): void {
		this.add(code, start, end);
	}

	/** In order of offset. */
	get problems(): Problem[] {
		return this.#problems.sort((a, b) => a.offset - b.offset);
	}
}
