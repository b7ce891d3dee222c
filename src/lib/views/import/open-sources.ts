import { imports } from '../../state/imports.svelte.ts';
import type { TraceImport } from '../../state/trace-import.svelte.ts';
import { hrefOf } from '../../state/where.ts';

/** Opens files as traces. @returns where they can be looked at; `undefined` where none was opened. */
export async function openFiles(files: Iterable<File>): Promise<string | undefined> {
	return placeOf(await Promise.all([...files].map((file) => imports.openFile(file))));
}

/** Opens what was pasted, likewise. */
export async function openText(text: string): Promise<string | undefined> {
	return placeOf([await imports.openText(text)]);
}

function placeOf(jobs: readonly TraceImport[]): string | undefined {
	const [first, ...others] = jobs.filter(({ status }) => status === 'done');
	if (first === undefined) return undefined;
	return others.length > 0 ? '/traces' : hrefOf(first.id, { view: 'ladder', filter: '' });
}
