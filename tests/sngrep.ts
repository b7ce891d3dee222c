import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `sngrep - SIP Messages flow viewer`; `undefined` where it is not installed. */
export function sngrepName(): string | undefined {
	const { stdout, error } = spawnSync('sngrep', ['-V'], { encoding: 'utf8' });
	return error ? undefined : (stdout.split('\n', 1)[0] ?? '');
}

/** Opens a capture in sngrep, and gives back the packets that it took for SIP, as a pcap. */
export function sngrepped(capture: Uint8Array): Uint8Array {
	const folder = mkdtempSync(join(tmpdir(), 'sipscope-sngrep-'));
	try {
		const [input, output] = [join(folder, 'in.pcapng'), join(folder, 'out.pcap')];
		writeFileSync(input, capture);
		execFileSync('sngrep', ['-I', input, '-N', '-q', '-O', output], { stdio: 'ignore' });
		return readFileSync(output);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
