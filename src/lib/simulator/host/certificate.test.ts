import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { certificateFile, keptCertificate, makeCertificate } from './certificate.ts';

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

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('is made once', async () => {
	const first = await keptCertificate(folder, undefined, now);
	expect(await keptCertificate(folder, '127.0.0.1', now + 300 * DAY)).toEqual(first);
	expect(await readFile(certificateFile(folder), 'utf8')).toBe(first.cert);
});

test.skipIf(process.platform === 'win32')('can be read by nobody else', async () => {
	await keptCertificate(folder, undefined, now);
	expect(await modeOf(folder)).toBe(0o700);
	const files = (await readdir(folder)).map((name) => join(folder, name));
	expect(files).toHaveLength(2);
	for (const file of files) {
		expect(await modeOf(file)).toBe(0o600);
		await chmod(file, 0o644);
	}
	await keptCertificate(folder, undefined, now);
	for (const file of files) expect(await modeOf(file)).toBe(0o600);
});

test('is renewed when it has expired, or is for another host', async () => {
	const first = await keptCertificate(folder, undefined, now);
	const renewed = await keptCertificate(folder, undefined, now + 365 * DAY);
	expect(renewed).not.toEqual(first);
	const named = await keptCertificate(folder, '192.0.2.7', now);
	expect(new X509Certificate(named.cert).checkIP('192.0.2.7')).toBe('192.0.2.7');
	expect(await keptCertificate(folder, '0.0.0.0', now)).toEqual(named);
});

test.each([
	['certificate.pem', ''],
	['certificate.pem', 'not PEM'],
	['certificate.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
	['key.pem', '']
])('is made anew where %s holds %j', async (file, text) => {
	const first = await keptCertificate(folder, undefined, now);
	await writeFile(join(folder, file), text);
	const second = await keptCertificate(folder, undefined, now);
	expect(second).not.toEqual(first);
	expect(await keptCertificate(folder, undefined, now)).toEqual(second);
});

test('is made anew where the key is of another one', async () => {
	await keptCertificate(folder, undefined, now);
	const { key } = await makeCertificate();
	await writeFile(join(folder, 'key.pem'), key);
	const { cert, key: made } = await keptCertificate(folder, undefined, now);
	expect(new X509Certificate(cert).checkPrivateKey(createPrivateKey(made))).toBe(true);
});
