import { sourceOf, type ByteSource } from '../formats/bytes/byte-source.ts';
import { fileSource } from './file-source.ts';
import { TraceImport } from './trace-import.svelte.ts';
import { library } from './trace-library.svelte.ts';

/** The files that are being opened, and those of which something is to be told. */
class Imports {
	list = $state.raw<readonly TraceImport[]>([]);

	/** Opens a file; resolves when it is a stored trace, or has come to nothing. */
	openFile(file: File): Promise<TraceImport> {
		return this.#open(fileSource(file));
	}

	/** Opens what was pasted. */
	openText(text: string): Promise<TraceImport> {
		return this.#open(sourceOf(text));
	}

	dismiss(job: TraceImport): void {
		this.list = this.list.filter((one) => one !== job);
	}

	async #open(source: ByteSource): Promise<TraceImport> {
		const job = new TraceImport(source);
		this.list = [...this.list, job];
		await job.run();
		await library.refresh();
		if (job.status === 'cancelled') this.dismiss(job);
		return job;
	}
}

export const imports = new Imports();
