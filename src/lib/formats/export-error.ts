import type { Leak } from '../redaction/leak-scan.ts';

/** What was written holds originals that should have been replaced: it is not to be handed over. */
export class ExportError extends Error {
	override readonly name = 'ExportError';
	readonly leaks: readonly Leak[];

	constructor(leaks: readonly Leak[]) {
		super(`${leaks.length === 1 ? 'An original is' : `${leaks.length} originals are`} left in it.`);
		this.leaks = leaks;
	}
}
