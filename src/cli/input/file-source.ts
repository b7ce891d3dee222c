import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../lib/formats/bytes/byte-source.ts';
import { MILLISECOND } from '../../lib/trace/instant.ts';
import { CommandError, EXIT } from '../exit-code.ts';

/** Names standard input. */
export const STDIN = '-';

/** Large enough that asking for the next chunk costs nothing beside reading it. */
const CHUNK = 512 * 1024;

/** A file by its path, or standard input. @throws CommandError where there is nothing to read. */
export async function sourceAt(path: string): Promise<ByteSource> {
	if (path === STDIN) return standardInput();
	const info = await stat(path).catch(refuse(path));
	if (info.isDirectory()) throw new CommandError(EXIT.unreadable, `${path} is a folder.`);
	return {
		name: basename(path),
		size: info.size,
		modifiedAt: Math.round(info.mtimeMs) * MILLISECOND,
		async *chunks() {
			try {
				yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
			} catch (error) {
				refuse(path)(error);
			}
		}
	};
}

function standardInput(): ByteSource {
	if (process.stdin.isTTY) {
		throw new CommandError(EXIT.usage, 'Name a file, or pipe one in: sipscope calls trace.har');
	}
	return { name: '', chunks: () => process.stdin as AsyncIterable<Uint8Array> };
}

function refuse(path: string): (error: unknown) => never {
	return (error) => {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		throw new CommandError(EXIT.unreadable, PROBLEMS[code]?.(path) ?? `${path}: ${code}`);
	};
}

const PROBLEMS: Readonly<Record<string, (path: string) => string>> = {
	ENOENT: (path) => `There is no file ${path}.`,
	ENOTDIR: (path) => `There is no file ${path}.`,
	EACCES: (path) => `${path} may not be read by this user.`
};
