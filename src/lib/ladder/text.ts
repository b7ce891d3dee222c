import { SECOND } from '../trace/instant.ts';
import { describeHidden } from './hidden.ts';
import type { Ladder } from './ladder.ts';
import type { Lane } from './lane.ts';
import type { Picture } from './picture.ts';
import type { Gap, Row, Rung, TimedRow } from './row.ts';
import { onOneLine, wordsOf } from './row-words.ts';

const WIDEST_LABEL = 72;
const TIME_WIDTH = 10;
const INDENT = ' '.repeat(TIME_WIDTH + 6);
/** Room for a lane's title left of the first line and right of the last. */
const MARGIN = 12;

/**
 * A ladder as plain text: requests drawn `────▶`, responses `╌╌╌╌▶`, what is missing `┈┈┈┈▶`, folds `◀═══▶`,
 * marks `◆`; seq and time at the left, and at the end what is hidden.
 */
export function printLadder({ lanes, rows, hidden }: Ladder): string {
	return linesOf(lanes, [...rows], describeHidden(hidden)).join('');
}

/** The same of a picture, below its title and caption. */
export function printPicture({ lanes, rows, title, caption, legs, footnotes }: Picture): string {
	const names = legs.map((leg) => `${leg.name}  ${leg.title}  Call-ID ${leg.callId}`);
	const head = [title, caption, ...names].filter(Boolean).map((line) => `${onOneLine(line)}\n`);
	return [...head, '\n', ...linesOf(lanes, rows, footnotes)].join('');
}

function linesOf(lanes: readonly Lane[], rows: readonly Row[], notes: readonly string[]): string[] {
	const begin = rows.find((row) => row.type !== 'gap')?.at ?? 0;
	let widest = 0;
	for (const row of rows)
		if (row.type !== 'gap' && row.type !== 'mark') widest = Math.max(widest, wordsOf(row).length);
	const canvas = new Canvas(lanes, Math.min(WIDEST_LABEL, widest) + 8);
	const lines = [...canvas.heads(), ...rows.map((row) => lineOf(row, begin, canvas))];
	return [...lines, ...notes.map((words) => INDENT + words)].map((line) => `${line.trimEnd()}\n`);
}

function lineOf(row: Row, begin: number, canvas: Canvas): string {
	if (row.type === 'gap') return INDENT + canvas.gap(row);
	const time = ((row.at - begin) / SECOND).toFixed(3).padStart(TIME_WIDTH);
	const seq = row.type === 'missing' ? '' : String(row.seq);
	return `${seq.padStart(5)} ${time}${canvas.row(row)}`;
}

/** Draws one line at a time over the lanes' verticals. */
class Canvas {
	readonly #lanes: readonly Lane[];
	readonly #pitch: number;

	constructor(lanes: readonly Lane[], pitch: number) {
		this.#lanes = lanes;
		this.#pitch = pitch;
	}

	heads(): string[] {
		return [this.#head(({ title }) => title), this.#head(({ subtitle }) => subtitle)].map(
			(line) => INDENT + line
		);
	}

	row(row: TimedRow): string {
		const line = this.#verticals();
		const words = ` ${shortened(wordsOf(row))} `;
		if (row.type === 'mark') {
			const x = this.#x(row.lane);
			line[x] = '◆';
			write(line, words, x + 1);
			return line.join('');
		}
		const [left, right] = this.#stroke(line, row, strokeOf(row));
		if (row.type === 'fold' || row.from < row.to) line[right] = '▶';
		if (row.type === 'fold' || row.from > row.to) line[left] = '◀';
		write(line, words, Math.round((left + right - words.length + 1) / 2));
		return line.join('');
	}

	gap({ label }: Gap): string {
		const line = this.#verticals().map((character) => (character === '│' ? '┊' : character));
		const words = ` ${label} `;
		write(line, words, Math.round((this.#width() - words.length) / 2));
		return line.join('');
	}

	/** Draws from lane to lane, and says where the stroke begins and ends. */
	#stroke(line: string[], { from, to }: Pick<Rung, 'from' | 'to'>, stroke: string) {
		const left = this.#x(Math.min(from, to)) + 1;
		const right = this.#x(Math.max(from, to)) - 1;
		for (let x = left; x <= right; x++) line[x] = stroke;
		return [left, right] as const;
	}

	#head(words: (lane: Lane) => string): string {
		const line = this.#blank();
		this.#lanes.forEach((lane, index) => {
			const text = onOneLine(words(lane));
			write(line, text, Math.max(0, this.#x(index) - Math.floor(text.length / 2)));
		});
		return line.join('');
	}

	#verticals(): string[] {
		const line = this.#blank();
		this.#lanes.forEach((_lane, index) => (line[this.#x(index)] = '│'));
		return line;
	}

	#blank(): string[] {
		return new Array<string>(this.#width()).fill(' ');
	}

	#width(): number {
		return this.#x(this.#lanes.length - 1) + MARGIN;
	}

	#x(lane: number): number {
		return MARGIN + lane * this.#pitch;
	}
}

function strokeOf(row: Exclude<TimedRow, { type: 'mark' }>): string {
	if (row.type === 'rung') return row.response ? '╌' : '─';
	return row.type === 'fold' ? '═' : '┈';
}

function shortened(words: string): string {
	return words.length > WIDEST_LABEL ? `${words.slice(0, WIDEST_LABEL - 1)}…` : words;
}

function write(line: string[], words: string, at: number): void {
	[...words].forEach((character, index) => (line[at + index] = character));
}
