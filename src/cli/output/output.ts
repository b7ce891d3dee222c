import { EXIT } from '../exit-code.ts';

/** Characters that are written at once. */
const PIECE = 64 * 1024;

/** Standard output, as fast as whoever reads it takes it. */
export class Output {
	#waiting = '';

	async write(piece: string | Uint8Array): Promise<void> {
		if (typeof piece !== 'string') {
			await this.flush();
			return written(piece);
		}
		this.#waiting += piece;
		if (this.#waiting.length >= PIECE) await this.flush();
	}

	async flush(): Promise<void> {
		const piece = this.#waiting;
		this.#waiting = '';
		if (piece !== '') await written(piece);
	}
}

function written(piece: string | Uint8Array): Promise<void> {
	return new Promise((settle) => process.stdout.write(piece, () => settle()));
}

/** Where nobody reads on (`… | head`), the process ends at once and says nothing. */
export function endOfOutput(error: NodeJS.ErrnoException): void {
	if (error.code === 'EPIPE') process.exit(EXIT.done);
	console.error(`The output cannot be written: ${error.message}`);
	process.exit(EXIT.failed);
}
