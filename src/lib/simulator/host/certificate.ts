import { createPrivateKey, X509Certificate } from 'node:crypto';
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

/** Where `keptCertificate` keeps the certificate of a folder: what a client is told to trust. */
export function certificateFile(folder: string): string {
	return join(folder, 'certificate.pem');
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
	const keyFile = join(folder, 'key.pem');
	const cert = await read(certificateFile(folder));
	const key = await read(keyFile);
	if (serves({ cert, key }, host, now)) return { cert, key };
	const made = await makeCertificate(host, now);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await write(keyFile, made.key);
	await write(certificateFile(folder), made.cert);
	return made;
}

/** The text of a file, which from now on is its owner's alone; '' where there is none. */
async function read(path: string): Promise<string> {
	try {
		await chmod(path, 0o600);
		return await readFile(path, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}

/** Renamed into place: whoever reads meanwhile sees the old text or the new one, whole. */
async function write(path: string, text: string): Promise<void> {
	const draft = `${path}.${process.pid}`;
	await writeFile(draft, text, { mode: 0o600 });
	await rename(draft, path);
}

function serves({ cert, key }: Certificate, host = 'localhost', now: number): boolean {
	try {
		const x509 = new X509Certificate(cert);
		const isFor = (name: string) => (isIP(name) ? x509.checkIP(name) : x509.checkHost(name));
		return (
			Date.parse(x509.validTo) > now + DAY &&
			namesFor(host).every(isFor) &&
			x509.checkPrivateKey(createPrivateKey(key))
		);
	} catch {
		// Damaged files are as good as none.
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
