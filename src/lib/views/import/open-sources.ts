import { sourceOf, type ByteSource } from '../../formats/bytes/byte-source.ts';
import { imports } from '../../state/imports.svelte.ts';
import { hrefOf } from '../../state/where.ts';
import { MILLISECOND } from '../../trace/instant.ts';

/** Opens files as traces. @returns where they can be looked at; `undefined` where none was opened. */
export async function openFiles(files: Iterable<File>): Promise<string | undefined> {
	return openSources([...files].map(fileSource));
}

/** Opens what was pasted, likewise. */
export async function openText(text: string): Promise<string | undefined> {
	return openSources([sourceOf(text)]);
}

async function openSources(sources: readonly ByteSource[]): Promise<string | undefined> {
	const jobs = await Promise.all(sources.map((source) => imports.open(source)));
	const opened = jobs.filter(({ status }) => status === 'done');
	const [first] = opened;
	if (first === undefined) return undefined;
	return opened.length > 1 ? '/traces' : hrefOf(first.id, { view: 'ladder', filter: '' });
}

function fileSource(file: File): ByteSource {
	return {
		name: file.name,
		size: file.size,
		modifiedAt: file.lastModified * MILLISECOND,
		async *chunks() {
			const reader = file.stream().getReader();
			try {
				for (let part = await reader.read(); !part.done; part = await reader.read()) {
					yield part.value;
				}
			} finally {
				await reader.cancel();
			}
		}
	};
}
