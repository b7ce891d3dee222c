import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { TraceExport } from '../../lib/formats/export.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { Output } from './output.ts';

/**
 * Writes a file that is there as a whole or not at all: it is written beside its place, and put there
 * once nothing is left in it that should not be. What is no file, such as a pipe, is written when that is
 * known.
 *
 * @throws ExportError, and CommandError where the file cannot be written.
 */
export async function writeFile(path: string, exported: TraceExport): Promise<void> {
	const info = await stat(path).catch(() => undefined);
	if (info?.isDirectory()) throw new CommandError(EXIT.failed, `${path} is a folder.`);
	if (info && !info.isFile()) {
		await exported.rehearse();
		return written(path, exported);
	}
	const part = `${path}.${process.pid}.part`;
	try {
		await written(part, exported);
		await rename(part, path);
	} finally {
		await rm(part, { force: true });
	}
}

/** Writes to standard output, after all of it was found good. @throws ExportError */
export async function writeStdout(exported: TraceExport): Promise<void> {
	await exported.rehearse();
	const output = new Output();
	for await (const chunk of exported.chunks()) await output.write(chunk);
	await output.flush();
}

async function written(path: string, exported: TraceExport): Promise<void> {
	try {
		await pipeline(Readable.from(exported.chunks()), createWriteStream(path));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		throw new CommandError(EXIT.failed, `${path} cannot be written: ${code}.`);
	}
}
