import { saveBlob } from './save-blob.ts';

/** Pieces that are put together at once, so that the browser can keep them on disk. */
const PART = 8 * 1024 * 1024;

interface Picking {
	showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** Where a file is kept until it is handed over. */
export interface SaveTarget {
	/** As it will be called. */
	readonly name: string;
	write(chunk: Uint8Array | string): Promise<void>;
	finish(): Promise<void>;
	discard(): Promise<void>;
}

/**
 * Asks where to save, where the browser can; else it will be a download.
 *
 * @param name as it is proposed
 * @returns `undefined` where the person thought better of it
 */
export async function pickTarget(name: string): Promise<SaveTarget | undefined> {
	const { showSaveFilePicker } = window as Picking;
	if (!showSaveFilePicker) return downloadTarget(name);
	try {
		return await fileTarget(await showSaveFilePicker({ suggestedName: name }));
	} catch (thrown) {
		if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined;
		// The browser has the picker and denies it, as in a frame.
		return downloadTarget(name);
	}
}

/** The browser writes beside the file, and puts that in its place at the end. */
async function fileTarget(handle: FileSystemFileHandle): Promise<SaveTarget> {
	const file = await handle.createWritable();
	return {
		name: handle.name,
		write: (chunk) => file.write(chunk as FileSystemWriteChunkType),
		finish: () => file.close(),
		discard: () => file.abort()
	};
}

function downloadTarget(name: string): SaveTarget {
	const parts: Blob[] = [];
	let pieces: (Uint8Array | string)[] = [];
	let size = 0;
	const putTogether = () => {
		parts.push(new Blob(pieces as BlobPart[]));
		pieces = [];
		size = 0;
	};
	return {
		name,
		async write(chunk) {
			pieces.push(chunk);
			size += chunk.length;
			if (size >= PART) putTogether();
		},
		async finish() {
			putTogether();
			saveBlob(name, new Blob(parts, { type: 'application/octet-stream' }));
		},
		async discard() {
			pieces = [];
			parts.length = 0;
		}
	};
}
