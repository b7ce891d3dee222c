import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../simulator/testing/eventually.ts';
import { Stream } from '../stream/stream.ts';
import { CLOSE } from '../stream/protocol.ts';
import type { Unstamped } from '../trace/entry.ts';
import { IngestScene } from './testing/ingest-scene.ts';

const STREAM = '0b5f9a52-6d5b-4a4c-9a53-2f2f3f0c9d11';

const hello = (change: object = {}) =>
	JSON.stringify({
		type: 'sipscope-trace',
		format: 1,
		name: 'An app',
		createdAt: 1_780_000_000_000_000,
		versions: { browser: 'Node' },
		protocol: 1,
		stream: STREAM,
		from: 0,
		...change
	});

const line = (seq: number, text = `INFO sip:${seq}@example.com SIP/2.0\r\n\r\n`) =>
	JSON.stringify({ seq, at: 1_780_000_000_000_000, kind: 'message', direction: 'sent', text });

const message = (text: string): Unstamped => ({ kind: 'message', direction: 'sent', text });

let scene: IngestScene;
let streams: Stream[];

beforeEach(async () => {
	scene = await IngestScene.open();
	streams = [];
});

afterEach(async () => {
	for (const stream of streams) stream.leave();
	await scene.stop();
});

function stream(mostCharacters?: number): Stream {
	const made = new Stream({
		to: scene.address,
		name: 'A softphone',
		mostCharacters,
		WebSocket: WebSocket as unknown as typeof globalThis.WebSocket
	});
	made.join();
	streams.push(made);
	return made;
}

describe('a stream', () => {
	test('arrives in the page, byte for byte, and is acknowledged', async () => {
		const page = await scene.page();
		const odd = 'MESSAGE sip:ü@example.com SIP/2.0\r\nX: "\u0000\u2028\\"\r\n\r\n';
		const app = stream();
		app.record(message(odd));
		app.record({ kind: 'message', direction: 'received', bytes: new Uint8Array([0, 255, 10]) });
		await eventually(() => page.entries.length === 2, 'both are stored');
		expect(page.entries).toMatchObject([
			{ seq: 0, text: odd, direction: 'sent' },
			{ seq: 1, bytes: 'AP8K', direction: 'received' }
		]);
		expect(page.streams?.streams).toMatchObject([{ name: 'A softphone', connected: true }]);
	});

	test('waits in the server for a page', async () => {
		const app = stream();
		app.record(message('1'));
		await eventually(() => scene.ingest.streams.views[0]?.count === 1, 'it has come');
		const page = await scene.page();
		await eventually(() => page.entries.length === 1, 'it is stored');
	});

	test('goes on where it was when Sipscope is started again', async () => {
		const page = await scene.page();
		const app = stream();
		app.record(message('0'));
		await eventually(() => page.entries.length === 1, 'the first is stored');
		await scene.stop();
		for (let number = 1; number <= 50; number++) app.record(message(String(number)));
		app.flush();
		await scene.start();
		const again = await scene.page(page.store);
		await eventually(() => again.entries.length === 51, 'all are stored');
		expect(again.entries.map(({ seq }) => seq)).toEqual(again.entries.map((_, index) => index));
	});

	test('is told by a page that is opened anew, without a gap and without a repetition', async () => {
		const first = await scene.page();
		const app = stream();
		app.record(message('0'));
		await eventually(() => first.entries.length === 1, 'the first is stored');
		first.silent = true;
		app.record(message('1'));
		await eventually(() => scene.ingest.streams.views[0]?.count === 2, 'the second has come');
		await first.close();
		app.record(message('2'));
		const second = await scene.page(first.store);
		await eventually(() => second.entries.length === 3, 'all are stored');
		expect(second.entries.map(({ seq }) => seq)).toEqual([0, 1, 2]);
	});

	test('is held back where no page is open, and says how much it had to forget', async () => {
		const text = 'x'.repeat(500_000);
		const app = stream(2_000_000);
		for (let number = 0; number < 60; number++) {
			app.record(message(text));
			app.flush();
			await new Promise((resolve) => setImmediate(resolve));
		}
		const page = await scene.page();
		await eventually(() => page.entries.at(-1)?.seq === 59, 'the last is stored');
		let due = 0;
		for (const entry of page.entries) {
			if (entry.kind === 'loss') expect(entry.count).toBe(entry.seq - due + 1);
			else expect(entry.seq).toBe(due);
			due = entry.seq + 1;
		}
		expect(page.entries.some(({ kind }) => kind === 'loss')).toBe(true);
	});

	test('goes to the first page alone, and to the next when that is closed', async () => {
		const first = await scene.page();
		const second = await scene.page();
		expect([first, second].map((page) => page.streams?.writes)).toEqual([true, false]);
		const app = stream();
		app.record(message('0'));
		await eventually(() => first.entries.length === 1, 'the first page has it');
		await first.close();
		await eventually(() => second.streams?.writes === true, 'the second page takes over');
		app.record(message('1'));
		await eventually(() => second.entries.length === 1, 'the second page has the next');
		expect(second.entries[0]?.seq).toBe(1);
	});
});

describe('a stream never harms its app', () => {
	test.each([
		['to another machine', { to: 'ws://192.0.2.1/ingest' }, 'another machine'],
		['to no address', { to: 'sipscope' }, 'no WebSocket address']
	])('where it is %s', (_what, options, words) => {
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const made = new Stream(options);
		made.join();
		made.record(message('0'));
		made.leave();
		expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(words));
		warn.mockRestore();
	});

	test('where its socket cannot even be constructed', () => {
		const made = new Stream({
			to: scene.address,
			WebSocket: class {
				constructor() {
					throw new DOMException('the policy of the page forbids it', 'SecurityError');
				}
			} as unknown as typeof globalThis.WebSocket
		});
		made.record(message('0'));
		made.flush();
	});

	test('where Sipscope refuses it: it says so once and is silent', async () => {
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const app = stream();
		app.record(message('0'));
		await eventually(() => scene.ingest.streams.views.length === 1, 'it has come');
		const [view] = scene.ingest.streams.views;
		const other = await scene.app();
		other.socket.send(hello({ stream: view?.id, from: 0 }));
		await eventually(() => warn.mock.calls.length === 1, 'it says so');
		app.record(message('1'));
		app.flush();
		expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('another connection'));
		other.socket.close();
		warn.mockRestore();
	});
});

describe('who is refused', () => {
	test.each([
		['no JSON', 'hello', CLOSE.notUnderstood, 'no header'],
		['another JSON', '{}', CLOSE.notUnderstood, 'no header'],
		['another protocol', hello({ protocol: 2 }), CLOSE.otherVersion, 'speaks protocol 1'],
		['a newer format', hello({ format: 2 }), CLOSE.otherVersion, 'reads format 1'],
		['no id', hello({ stream: '../../etc' }), CLOSE.notUnderstood, 'no UUID'],
		['no place', hello({ from: -1 }), CLOSE.notUnderstood, 'from is no seq'],
		['no entry', [hello(), 'garbage'], CLOSE.notUnderstood, 'is no entry'],
		['a gap', [hello(), line(0), line(7)], CLOSE.notUnderstood, 'entry 7 came where 1 is due']
	])('a sender of %s', async (_what, said, code, reason) => {
		const page = await scene.page();
		const app = await scene.app('http://localhost:3000');
		for (const text of [said].flat()) app.socket.send(text);
		await eventually(() => app.closed !== undefined, 'it is closed');
		expect(app.closed?.[0]).toBe(code);
		expect(app.closed?.[1]).toContain(reason);
		await eventually(() => page.streams?.refusals.length === 1, 'the page is told');
		expect(page.streams?.refusals[0]).toMatchObject({ origin: 'http://localhost:3000' });
		expect(scene.log).toMatchObject([{ kind: 'ignored', connection: 'http://localhost:3000' }]);
	});

	test('a sender of binary frames, and one of too much', async () => {
		const binary = await scene.app();
		binary.socket.send(new Uint8Array([1, 2, 3]));
		await eventually(() => binary.closed !== undefined, 'it is closed');
		expect(binary.closed).toEqual([CLOSE.notUnderstood, 'a binary message']);
		const large = await scene.app();
		large.socket.send('x'.repeat(6 * 1024 * 1024));
		await eventually(() => large.closed !== undefined, 'it is closed');
		expect(large.closed?.[0]).toBe(1009);
	});

	test.each([
		['https://example.com', 403],
		['null', 403],
		['https://app.example.com', 101],
		['http://localhost:3000', 101],
		[undefined, 101]
	])('a page of %s: %i', async (origin, status) => {
		const app = await scene.app(origin);
		expect(app.status).toBe(status);
		app.socket.close();
	});

	test('a page of this machine that is not Sipscope’s own, where pages of Sipscope come', async () => {
		const socket = new WebSocket(`ws://127.0.0.1:${scene.port}/ingest/page`, {
			origin: 'http://localhost:3000'
		});
		const status = await new Promise((resolve) => {
			socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
			socket.on('error', () => undefined);
		});
		expect(status).toBe(403);
	});

	test('one stream’s garbage does not disturb another', async () => {
		const page = await scene.page();
		const good = stream();
		good.record(message('0'));
		const bad = await scene.app();
		bad.socket.send(hello());
		bad.socket.send('garbage');
		await eventually(() => bad.closed !== undefined, 'it is closed');
		good.record(message('1'));
		await eventually(() => page.entries.length === 2, 'the other goes on');
	});
});
