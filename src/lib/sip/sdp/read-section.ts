import { ATTRIBUTES } from './attributes.ts';
import { FIELDS } from './field-readers.ts';
import type { SdpLine } from './line.ts';
import type { Level, LineReader } from './line-reader.ts';
import type { SdpProblemCode } from './problem.ts';
import { Section } from './section.ts';

export type Report = (code: SdpProblemCode, line: SdpLine, source: string) => void;

/** Reads the lines of the session, or those from one `m=` on. */
export function readSection(level: Level, lines: readonly SdpLine[], report: Report): Section {
	const reader = new SectionReader(level, new Section(lines), report);
	return reader.read();
}

class SectionReader {
	readonly #level: Level;
	readonly #section: Section;
	readonly #report: Report;

	constructor(level: Level, section: Section, report: Report) {
		this.#level = level;
		this.#section = section;
		this.#report = report;
	}

	read(): Section {
		for (const line of this.#section.lines) {
			const used = line.type === 'a' ? this.#attribute(line) : this.#field(line);
			if (!used) this.#section.others.push(line);
		}
		return this.#section;
	}

	#field(line: SdpLine): boolean {
		const reader = FIELDS.get(line.type);
		if (reader) return this.#take(reader, line, line.value, 'line-repeated');
		this.#report('line-malformed', line, 'RFC 8866 §5');
		return false;
	}

	/** An attribute that is not known here is to be ignored (RFC 8866 §5.13), and kept. */
	#attribute(line: SdpLine): boolean {
		const colon = line.value.indexOf(':');
		const name = colon < 0 ? line.value : line.value.slice(0, colon);
		const value = colon < 0 ? undefined : line.value.slice(colon + 1);
		const reader = ATTRIBUTES.get(name);
		return reader !== undefined && this.#take(reader, line, value, 'attribute-repeated');
	}

	/** Tells whether the line was put to use. */
	#take(
		reader: LineReader,
		line: SdpLine,
		value: string | undefined,
		repeated: SdpProblemCode
	): boolean {
		const { levels, read, isSound, code, source } = reader;
		if (!levels.includes(this.#level)) {
			this.#report('line-misplaced', line, source);
			return false;
		}
		const outcome = read(this.#section, value);
		if (outcome === 'repeated') this.#report(repeated, line, source);
		else if (outcome === 'malformed' || !isSound(value ?? '')) this.#report(code, line, source);
		return outcome === 'used';
	}
}
