import { SECOND } from '../trace/instant.ts';
import type { Ladder } from './ladder.ts';
import type { Lane } from './lane.ts';
import type { Mark, Rung } from './row.ts';

const WIDEST_LABEL = 72;
const TIME_WIDTH = 10;
/** Room for a lane's title left of the first line and right of the last. */
const MARGIN = 12;

/** A ladder as plain text: requests drawn `────▶`, responses `╌╌╌╌▶`, marks `◆`; seq and time at the left. */
export function printLadder(ladder: Ladder): string {
	const { lanes } = ladder;
	const rows = [...ladder.rows];
	const begin = rows.find((row) => row.type !== 'gap')?.at ?? 0;
	const widest = rows.reduce(
		(most, row) => (row.type === 'rung' ? Math.max(most, wordsOf(row).length) : most),
		0
	);
	const canvas = new Canvas(lanes, Math.min(WIDEST_LABEL, widest) + 8);
	const lines = rows.map((row) => {
		if (row.type === 'gap') return `${' '.repeat(TIME_WIDTH + 6)}${canvas.gap(row.label)}`;
		const time = ((row.at - begin) / SECOND).toFixed(3).padStart(TIME_WIDTH);
		const drawn = row.type === 'rung' ? canvas.rung(row) : canvas.mark(row);
		return `${String(row.seq).padStart(5)} ${time}${drawn}`;
	});
	return [...canvas.heads(' '.repeat(TIME_WIDTH + 6)), ...lines]
		.map((line) => `${line.trimEnd()}\n`)
		.join('');
}

/** Draws one line at a time over the lanes' verticals. */
class Canvas {
	readonly #lanes: readonly Lane[];
	readonly #pitch: number;

	constructor(lanes: readonly Lane[], pitch: number) {
		this.#lanes = lanes;
		this.#pitch = pitch;
	}

	heads(indent: string): string[] {
		return [this.#head(({ title }) => title), this.#head(({ subtitle }) => subtitle)].map(
			(line) => indent + line
		);
	}

	rung(rung: Rung): string {
		const line = this.#verticals();
		const left = this.#x(Math.min(rung.from, rung.to)) + 1;
		const right = this.#x(Math.max(rung.from, rung.to)) - 1;
		const stroke = rung.response ? '╌' : '─';
		for (let x = left; x <= right; x++) line[x] = stroke;
		if (rung.from < rung.to) line[right] = '▶';
		else line[left] = '◀';
		const words = ` ${shortened(wordsOf(rung))} `;
		write(line, words, Math.round((left + right - words.length + 1) / 2));
		return line.join('');
	}

	mark(mark: Mark): string {
		const line = this.#verticals();
		const x = this.#x(mark.lane);
		line[x] = '◆';
		write(line, ` ${shortened(wordsOf(mark))} `, x + 1);
		return line.join('');
	}

	gap(label: string): string {
		const line = this.#verticals().map((character) => (character === '│' ? '┊' : character));
		const words = ` ${label} `;
		write(line, words, Math.round((this.#width() - words.length) / 2));
		return line.join('');
	}

	#head(words: (lane: Lane) => string): string {
		const line = this.#blank();
		this.#lanes.forEach((lane, index) => {
			const text = words(lane);
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

function wordsOf(row: Rung | Mark): string {
	const repeated = row.type === 'rung' && row.retransmission ? '(again)' : '';
	return [row.label, repeated, row.note]
		.filter(Boolean)
		.join('  ')
		.replace(/[\r\n\t]+/g, ' ');
}

function shortened(words: string): string {
	return words.length > WIDEST_LABEL ? `${words.slice(0, WIDEST_LABEL - 1)}…` : words;
}

function write(line: string[], words: string, at: number): void {
	[...words].forEach((character, index) => (line[at + index] = character));
}
