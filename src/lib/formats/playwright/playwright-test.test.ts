import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { findChromium } from '../../../../tests/chromium.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import { playwrightTest } from './playwright-test.ts';

const chromium = findChromium();
const project = join(import.meta.dirname, '../../../..');
const { entries } = scenarios.busy();
const messages = entries.filter((entry): entry is MessageEntry => entry.kind === 'message');

test('is readable, socket by socket, and its words are words', async () => {
	const trace = new ScriptedTrace();
	const [alice, bob] = [trace.phone('Alice', '101').online(), trace.phone('Bob', '102').online()];
	alice.register();
	bob.register();
	const name = 'Don\'t `${call}`\n\u2028 "me" \\\' */';
	const text = await written(playwrightTest, traceToWrite(trace.entries, [], name));
	expect(text.match(/'> REGISTER'/g)).toHaveLength(4);
	expect(text).toMatch(/\t\[\n\t\t'> REGISTER',\n\t\t'< 100 REGISTER',\n\t\t'< 401 REGISTER',\n/);
	const title = /^test\(('(?:[^'\\]|\\.)*'), async/m.exec(text)?.[1] ?? '';
	expect(Function(`return ${title}`)()).toBe(name);
});

describe.skipIf(chromium === undefined)('run by Playwright', () => {
	let server: Server;
	let address = '';

	beforeAll(async () => {
		server = createServer((_, response) =>
			response.setHeader('content-type', 'text/html').end(PAGE)
		);
		const sockets = new WebSocketServer({ server });
		sockets.on('connection', (socket) => {
			let at = 0;
			socket.on('message', () => {
				for (at++; messages[at]?.direction === 'received'; at++)
					socket.send(messages[at]?.text ?? '');
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	});

	afterAll(() => new Promise((resolve) => server.close(resolve)));

	test('it passes where a page exchanges the same messages, and fails where it does not', async () => {
		const same = await written(playwrightTest, traceToWrite(entries));
		const another = same.replace("'< 486 INVITE'", "'< 200 INVITE'").replace('20_000', '500');
		const outcomes = await Promise.all([run(same), run(another)]);
		expect(
			outcomes.map(({ code }) => code),
			outcomes[0]?.output
		).toEqual([0, 1]);
		expect(outcomes[1]?.output).toContain('< 486 INVITE');
	}, 120_000);

	function run(source: string): Promise<{ code: number | null; output: string }> {
		const folder = mkdtempSync(join(tmpdir(), 'sipscope-playwright-'));
		symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
		writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
		writeFileSync(join(folder, 'call.spec.ts'), source);
		writeFileSync(join(folder, 'playwright.config.ts'), CONFIG);
		const script = join(project, 'node_modules/@playwright/test/cli.js');
		const env = { ...process.env, SIP_PAGE: address };
		const runner = spawn(process.execPath, [script, 'test'], { cwd: folder, env });
		let output = '';
		runner.stdout.on('data', (chunk) => (output += String(chunk)));
		runner.stderr.on('data', (chunk) => (output += String(chunk)));
		return new Promise((resolve) =>
			runner.on('close', (code) => {
				rmSync(folder, { recursive: true });
				resolve({ code, output });
			})
		);
	}
});

const CONFIG = `export default {
	timeout: 60_000,
	use: { launchOptions: { executablePath: ${JSON.stringify(chromium)}, args: ['--no-sandbox'] } }
};
`;

/** A page that says what the phone of the trace said, each after the answers that it had. */
const FRAMES = messages.map(({ direction, text }) => ({ direction, text }));
const PAGE = `<!doctype html><script>
const frames = ${JSON.stringify(FRAMES).replaceAll('<', '\\u003c')};
const socket = new WebSocket(location.origin.replace('http', 'ws'));
let at = 0;
const speak = () => { for (; frames[at]?.direction === 'sent'; at++) socket.send(frames[at].text); };
socket.onopen = speak;
socket.onmessage = () => { at++; speak(); };
</script>`;
