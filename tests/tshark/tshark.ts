import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `TShark (Wireshark) 4.0.17`; `undefined` where it is not installed. */
export function tsharkVersion(): string | undefined {
	const { stdout, error } = spawnSync('tshark', ['--version'], { encoding: 'utf8' });
	return error ? undefined : stdout.split('\n', 1)[0];
}

/** What tshark reads of one frame: by the names of its fields, all values in order. */
export type Dissection = Readonly<Record<string, readonly string[] | undefined>>;

interface Frame {
	_source: { layers: Dissection };
}

/**
 * Dissects the frames of a capture, and tells of each only those fields.
 *
 * @param preferences `-o`, `udp.check_checksum:TRUE`
 */
export function dissect(
	capture: Uint8Array,
	fields: readonly string[],
	preferences: readonly string[] = []
): Dissection[] {
	const folder = mkdtempSync(join(tmpdir(), 'sipscope-tshark-'));
	try {
		const file = join(folder, 'capture.pcap');
		writeFileSync(file, capture);
		const options = fields.flatMap((field) => ['-e', field]);
		const json = execFileSync(
			'tshark',
			['-n', ...preferences, '-r', file, '-T', 'json', ...options],
			{
				encoding: 'utf8',
				maxBuffer: 2 ** 28,
				stdio: ['ignore', 'pipe', 'ignore']
			}
		);
		return (JSON.parse(json) as Frame[]).map(({ _source }) => _source.layers);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
