import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCertificate, type Certificate } from '../lib/simulator/host/certificate.ts';
import { certificateOf } from './tls-files.ts';

let folder: string;
let made: Certificate;
let certFile: string;
let keyFile: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	made = await makeCertificate();
	certFile = join(folder, 'cert.pem');
	keyFile = join(folder, 'key.pem');
	await writeFile(certFile, made.cert);
	await writeFile(keyFile, made.key);
});

afterEach(() => rm(folder, { recursive: true }));

const reading = (cert?: string, key?: string) => certificateOf({ cert, key, host: '127.0.0.1' });

test('a certificate and its key are taken', async () => {
	expect(await reading(certFile, keyFile)).toEqual(made);
});

test('without TLS there is none', async () => {
	expect(await reading()).toBeUndefined();
});

test('one goes with the other', async () => {
	await expect(reading(certFile)).rejects.toThrow('--cert and --key go together.');
	await expect(reading(undefined, keyFile)).rejects.toThrow('--cert and --key go together.');
});

test('what is none is told by its name', async () => {
	await expect(reading(keyFile, keyFile)).rejects.toThrow('key.pem is no certificate in PEM');
	await expect(reading(certFile, certFile)).rejects.toThrow('cert.pem is no private key in PEM');
	await expect(reading(certFile, join(folder, 'none.pem'))).rejects.toThrow('none.pem');
	await writeFile(keyFile, (await makeCertificate()).key);
	await expect(reading(certFile, keyFile)).rejects.toThrow('is not the key of');
});
