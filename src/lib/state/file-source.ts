import type { ByteSource } from '../formats/bytes/byte-source.ts';
import { MILLISECOND } from '../trace/instant.ts';

/** A file that a person dropped or chose. */
export function fileSource(file: File): ByteSource {
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
