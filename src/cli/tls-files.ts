import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { keptCertificate, type Certificate } from '../lib/simulator/host/certificate.ts';

/** Where the certificate is that was made for this user. */
export const KEPT = join(envPaths('sipscope', { suffix: '' }).data, 'simulator');

export interface TlsFlags {
	tls?: boolean;
	cert?: string;
	key?: string;
	host: string;
}

/** The certificate that was asked for; undefined without TLS. Rejects where a file is not what it should be. */
export async function certificateOf(flags: TlsFlags): Promise<Certificate | undefined> {
	const { tls, cert, key, host } = flags;
	if (cert !== undefined && key !== undefined) return readPair(cert, key);
	if (cert !== undefined || key !== undefined) throw new Error('--cert and --key go together.');
	return tls ? keptCertificate(KEPT, host) : undefined;
}

async function readPair(certFile: string, keyFile: string): Promise<Certificate> {
	const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
	const x509 = tried(`${certFile} is no certificate in PEM`, () => new X509Certificate(cert));
	const privateKey = tried(`${keyFile} is no private key in PEM`, () => createPrivateKey(key));
	if (x509.checkPrivateKey(privateKey)) return { cert, key };
	throw new Error(`${keyFile} is not the key of ${certFile}.`);
}

function tried<T>(otherwise: string, make: () => T): T {
	try {
		return make();
	} catch (error) {
		throw new Error(`${otherwise}: ${(error as Error).message}`, { cause: error });
	}
}
