import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createSimulator } from '../lib/simulator/host/node-host.ts';
import { HOST, holderOf, nextFreePort, parsePort } from './port.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

/** Another program, which answers anything with this. */
async function other(answer: string): Promise<number> {
	const server: Server = createServer((_request, response) => response.end(answer));
	closing.push(() => server.close());
	await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
	return (server.address() as AddressInfo).port;
}

test('a Sipscope is recognised', async () => {
	const host = await createSimulator();
	closing.push(() => host.close());
	expect(await holderOf(host.port)).toBe('sipscope');
});

test.each(['', 'not JSON', 'null', '[]', '{"name":"something else"}'])(
	'a program that answers %j is another one',
	async (answer) => expect(await holderOf(await other(answer))).toBe('another program')
);

test('a port that is free is nobody’s, and the next free one is found', async () => {
	const taken = await other('');
	const free = await nextFreePort(taken);
	expect(free).toBeGreaterThan(taken);
	expect(await holderOf(free ?? 0)).toBe('nobody');
});

test.each(['0', '65536', 'x', '4173x', '-1', '', '1e3'])('%j is no port', (text) =>
	expect(parsePort(text)).toBeUndefined()
);

test('a port is from 1 to 65535', () => {
	expect([parsePort('1'), parsePort('65535')]).toEqual([1, 65_535]);
});
