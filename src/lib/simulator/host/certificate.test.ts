import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptCertificate, makeCertificate } from './certificate.ts';

const DAY = 24 * 3_600_000;
const now = Date.UTC(2026, 0, 5);

let folder: string;

beforeEach(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'sipscope-')), 'kept');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

test('is for this machine, and for the host that is named', async () => {
	const { cert } = await makeCertificate('edge.example.com', now);
	const x509 = new X509Certificate(cert);
	for (const name of ['localhost', 'edge.example.com']) expect(x509.checkHost(name)).toBe(name);
	for (const address of ['127.0.0.1', '::1']) expect(x509.checkIP(address)).toBe(address);
	expect(x509.checkHost('example.com')).toBeUndefined();
	expect(x509.verify(x509.publicKey)).toBe(true);
	expect(Date.parse(x509.validTo)).toBe(now + 365 * DAY);
});

test('is made once, and nobody else may read it', async () => {
	const first = await keptCertificate(folder, undefined, now);
	expect(await keptCertificate(folder, '127.0.0.1', now + 300 * DAY)).toEqual(first);
	const [file = ''] = await readdir(folder);
	if (process.platform !== 'win32') {
		expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
		expect((await stat(folder)).mode & 0o777).toBe(0o700);
		await chmod(join(folder, file), 0o644);
		await keptCertificate(folder, undefined, now);
		expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
	}
});

test('is renewed when it has expired, or is for another host', async () => {
	const first = await keptCertificate(folder, undefined, now);
	const renewed = await keptCertificate(folder, undefined, now + 365 * DAY);
	expect(renewed).not.toEqual(first);
	const named = await keptCertificate(folder, '192.0.2.7', now);
	expect(new X509Certificate(named.cert).checkIP('192.0.2.7')).toBe('192.0.2.7');
	expect(await keptCertificate(folder, '0.0.0.0', now)).toEqual(named);
});

test.each(['', 'not PEM', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
	'is made anew where the file holds %j',
	async (text) => {
		await keptCertificate(folder, undefined, now);
		const file = join(folder, 'simulator-certificate.pem');
		const { key } = await makeCertificate();
		await writeFile(file, text.includes('BEGIN') ? key + text : text);
		const { cert } = await keptCertificate(folder, undefined, now);
		expect(new X509Certificate(cert).checkHost('localhost')).toBe('localhost');
		expect(await readFile(file, 'utf8')).toContain(cert);
	}
);
