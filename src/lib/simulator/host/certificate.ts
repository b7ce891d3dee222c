import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { isWildcard } from './access.ts';

/** What TLS needs, in PEM. */
export interface Certificate {
	cert: string;
	key: string;
}

/** Every certificate is for these. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];
const FILE = 'simulator-certificate.pem';
const DAY = 24 * 3_600_000;

/** A new self-signed certificate for this machine and one more name or address. */
export async function makeCertificate(host = 'localhost', now = Date.now()): Promise<Certificate> {
	const made = await generate([{ name: 'commonName', value: 'Sipscope simulator' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		// Clocks differ by a little.
		notBeforeDate: new Date(now - DAY),
		notAfterDate: new Date(now + 365 * DAY),
		extensions: [
			{ name: 'basicConstraints', cA: false, critical: true },
			{ name: 'keyUsage', digitalSignature: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{ name: 'subjectAltName', altNames: namesFor(host).map(altName) }
		]
	});
	return { cert: made.cert, key: made.private };
}

/**
 * The certificate that is kept in a folder of the user's own: made once, so that a browser has to
 * accept it once, and again when it has expired or is for another host. Nobody else may read it.
 */
export async function keptCertificate(
	folder: string,
	host?: string,
	now = Date.now()
): Promise<Certificate> {
	const path = join(folder, FILE);
	const kept = await read(path);
	if (kept && serves(kept, host, now)) return kept;
	const made = await makeCertificate(host, now);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	// Renamed into place: whoever reads meanwhile sees the old one or the new one, whole.
	const draft = `${path}.${process.pid}`;
	await writeFile(draft, made.key + made.cert, { mode: 0o600 });
	await rename(draft, path);
	return made;
}

async function read(path: string): Promise<Certificate | undefined> {
	const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return '';
		throw error;
	});
	await (pem && chmod(path, 0o600));
	const [key] = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n?/.exec(pem) ?? [];
	const [cert] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/.exec(pem) ?? [];
	return key && cert ? { key, cert } : undefined;
}

function serves({ cert }: Certificate, host = 'localhost', now: number): boolean {
	try {
		const x509 = new X509Certificate(cert);
		const isFor = (name: string) => (isIP(name) ? x509.checkIP(name) : x509.checkHost(name));
		return Date.parse(x509.validTo) > now + DAY && namesFor(host).every(isFor);
	} catch {
		// A damaged file is as good as none.
		return false;
	}
}

function namesFor(host: string): string[] {
	// A server on all interfaces may be called by a name that we do not know.
	return [...new Set([...THIS_MACHINE, ...(isWildcard(host) ? [] : [host])])];
}

function altName(name: string) {
	return isIP(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const);
}
