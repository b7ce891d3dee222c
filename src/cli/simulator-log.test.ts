import { beforeEach, describe, expect, test } from 'vitest';
import { simulatorLog, type LogKind } from './simulator-log.ts';

let out: string[];
let error: string[];

beforeEach(() => {
	out = [];
	error = [];
});

const logOf = (kind?: LogKind) =>
	simulatorLog(kind, {
		out: (line) => out.push(line),
		error: (line) => error.push(line),
		now: () => new Date(Date.UTC(2026, 0, 5, 9, 30))
	});

const REFUSED = {
	kind: 'refused',
	request: 'GET /accounts at localhost from https://example.com',
	status: 403,
	reason: 'a page from elsewhere'
} as const;
const IGNORED = {
	kind: 'ignored',
	connection: 'connection 1',
	reason: 'not SIP',
	text: '\u001b[2J'
} as const;
const RECEIVED = {
	kind: 'received',
	connection: 'connection 1',
	frame: 'BYE sip:x SIP/2.0\r\nTo: <sip:x>\u0007\r\n\r\n'
} as const;

describe('--log sip', () => {
	test('shows each message with when and which way, and nothing that a terminal obeys', () => {
		const { log, watch } = logOf('sip');
		watch?.({ kind: 'opened', connection: 'connection 1' });
		watch?.(RECEIVED);
		watch?.({ kind: 'sent', connection: 'connection 1', frame: Uint8Array.of(1, 2) });
		watch?.({ kind: 'closed', connection: 'connection 1', code: 1000 });
		log(IGNORED);
		expect(out).toEqual([
			'2026-01-05T09:30:00.000Z connection 1 opened',
			'2026-01-05T09:30:00.000Z connection 1 → edge\nBYE sip:x SIP/2.0\nTo: <sip:x>\\x07\n\n\n',
			'2026-01-05T09:30:00.000Z edge → connection 1\n<2 bytes>\n',
			'2026-01-05T09:30:00.000Z connection 1 closed with 1000',
			'2026-01-05T09:30:00.000Z ignored a frame of connection 1: not SIP'
		]);
		expect(error).toEqual([]);
	});
});

test('--log json is an object a line', () => {
	const { log, watch } = logOf('json');
	watch?.(RECEIVED);
	log(REFUSED);
	expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
		{
			at: '2026-01-05T09:30:00.000Z',
			kind: 'received',
			connection: 'connection 1',
			text: RECEIVED.frame
		},
		{ at: '2026-01-05T09:30:00.000Z', ...REFUSED }
	]);
	for (const line of out) expect(line).not.toMatch(/[\p{Cc}]/u);
});

test('--log none says nothing', () => {
	const { log, watch } = logOf('none');
	log(REFUSED);
	expect(watch).toBeUndefined();
	expect([...out, ...error]).toEqual([]);
});

test('unless told, what was ignored or refused goes to stderr', () => {
	const { log, watch } = logOf();
	log(REFUSED);
	log(IGNORED);
	expect(watch).toBeUndefined();
	expect(out).toEqual([]);
	expect(error).toEqual([
		'refused GET /accounts at localhost from https://example.com with 403: a page from elsewhere',
		'ignored a frame of connection 1: not SIP'
	]);
});

test.each([undefined, 'sip', 'json', 'none'] as const)('a bug of ours is told, with %s', (kind) => {
	logOf(kind).log({ kind: 'fault', connection: 'connection 1', error: new Error('oh') });
	expect(error.join()).toContain('A bug of the simulator: Error: oh');
});
