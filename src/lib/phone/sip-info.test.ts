import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from './json-error.ts';
import { checkSipInfo, parseSipInfo, printSipInfo, type SipInfoInput } from './sip-info.ts';

const sipInfo: SipInfoInput = {
	authorizationId: '802398808016',
	domain: 'sip.ringcentral.com',
	outboundProxy: 'sip.example.com:8083',
	outboundProxyBackup: 'backup.example.com:8083',
	username: '16505550100*101',
	password: 'secret',
	stunServers: ['stun1.example.com:19302', 'stun.example.com']
};

const messages = (text: string) => {
	const parsed = parseSipInfo(text);
	return parsed.ok ? [] : parsed.errors.map(({ message }) => message);
};

describe('parseSipInfo', () => {
	it('reads a bare sipInfo, a list, and the whole answer of sip-provision', () => {
		const other = { ...sipInfo, username: '16505550100*102' };
		const provision = {
			device: { id: '1', extension: { extensionNumber: '101' } },
			sipInfo: [
				{ ...sipInfo, transport: 'UDP', outboundProxy: 'sip.example.com:5090' },
				{ ...sipInfo, transport: 'WSS', certificate: null, switchBackInterval: 3600 }
			],
			sipFlags: { voipFeatureEnabled: true }
		};
		expect(parseSipInfo(JSON.stringify(sipInfo))).toEqual({ ok: true, sipInfos: [sipInfo] });
		expect(parseSipInfo(JSON.stringify([sipInfo, other]))).toEqual({
			ok: true,
			sipInfos: [sipInfo, other]
		});
		expect(parseSipInfo(JSON.stringify(provision))).toEqual({ ok: true, sipInfos: [sipInfo] });
	});

	it('leaves missing fields to the form', () => {
		expect(parseSipInfo('{"domain":" sip.example.com ","password":null}')).toEqual({
			ok: true,
			sipInfos: [
				{
					authorizationId: '',
					domain: 'sip.example.com',
					outboundProxy: '',
					outboundProxyBackup: '',
					username: '',
					password: '',
					stunServers: []
				}
			]
		});
	});

	it('names the field that has the wrong type', () => {
		const parsed = parseSipInfo('{"domain":5,"stunServers":"stun.example.com","username":"a"}');
		expect(parsed).toEqual({
			ok: false,
			errors: [
				{ field: 'domain', message: 'domain must be a text, in double quotes.' },
				{ field: 'stunServers', message: 'stunServers must be a list of texts.' }
			]
		});
	});

	it.each([
		['', 'There is nothing here. Paste a sipInfo as JSON.'],
		['[]', 'There is no sipInfo in this JSON.'],
		['"sipInfo"', 'There is no sipInfo in this JSON.'],
		['{"domain":"a","transport":"TLS"}', 'No sipInfo here is for WebSocket (transport "WSS").'],
		[
			'{"domain":"a"',
			'Not JSON at line 1, column 14: the text ends too early; was it copied whole?'
		],
		['{\n  "domain": "a",\n}', 'Not JSON at line 3, column 1: the comma before } is one too many'],
		["{'domain'", `Not JSON at line 1, column 2: JSON needs double quotes ("), not single ones`],
		[
			'{“domain”',
			'Not JSON at line 1, column 2: “ is a typographic quote: JSON needs plain ones (")'
		],
		['{"a":1 "b":2}', 'Not JSON at line 1, column 8: expected a comma or }, found "'],
		[
			'{"a":"b\nc"}',
			'Not JSON at line 1, column 6: a text is not closed, or holds a line break or a wrong escape'
		],
		['{"a" 1}', 'Not JSON at line 1, column 6: expected a colon, found 1'],
		['{} x', 'Not JSON at line 1, column 4: expected the end of the text, found x']
	])('says in plain words what is wrong with %j', (text, message) => {
		expect(messages(text)).toEqual([message]);
	});

	it('bears any depth', () => {
		const deep = '['.repeat(100_000);
		expect(messages(deep)[0]).toContain('expected less nesting');
		expect(messages(deep + ']'.repeat(100_000))).toHaveLength(1);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(typeof parseSipInfo(text).ok).toBe('boolean');
			})
		);
	});

	it('reads what printSipInfo wrote', () => {
		const profile = {
			id: '1',
			name: 'Alice',
			sipInfo,
			plain: false,
			instance: { kind: 'default' },
			media: 'tone',
			createdAt: 0
		} as const;
		expect(parseSipInfo(printSipInfo(profile))).toEqual({ ok: true, sipInfos: [sipInfo] });
		const { password, ...unsaved } = sipInfo;
		expect(password).toBe('secret');
		expect(parseSipInfo(printSipInfo({ ...profile, sipInfo: unsaved }))).toEqual({
			ok: true,
			sipInfos: [{ ...sipInfo, password: '' }]
		});
	});
});

describe('findJsonError', () => {
	const isJson = (text: string) => {
		try {
			JSON.parse(text);
			return true;
		} catch (error) {
			if (error instanceof SyntaxError) return false;
			throw error;
		}
	};

	it('agrees with JSON.parse on what is JSON', () => {
		const damaged = fc
			.tuple(
				fc.json(),
				fc.nat(),
				fc.nat({ max: 3 }),
				fc.constantFrom('', ',', '}', '"', "'", '\\', ' ')
			)
			.map(([json, at, cut, insert]) => {
				const offset = at % (json.length + 1);
				return json.slice(0, offset) + insert + json.slice(offset + cut);
			});
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string(), damaged), (text) => {
				expect(findJsonError(text) === undefined).toBe(isJson(text));
			}),
			{ numRuns: 2_000 }
		);
	});
});

describe('checkSipInfo', () => {
	const problems = (fields: Partial<SipInfoInput>) =>
		Object.fromEntries(checkSipInfo({ ...sipInfo, ...fields }));

	it('finds nothing wrong with what RingCentral and the simulator give', () => {
		expect(problems({})).toEqual({});
		expect(problems({ outboundProxy: '127.0.0.1:4173/sip', stunServers: [] })).toEqual({});
		expect(problems({ outboundProxy: '[::1]:8083/a/b?c=d', outboundProxyBackup: '' })).toEqual({});
	});

	it('tells of each field that is missing', () => {
		expect([...checkSipInfo({}).keys()]).toEqual([
			'authorizationId',
			'domain',
			'outboundProxy',
			'username',
			'password'
		]);
		expect(checkSipInfo({}, { passwordOptional: true }).has('password')).toBe(false);
	});

	it.each([
		['outboundProxy', 'wss://sip.example.com:8083', 'Leave out wss://; the SDK adds it.'],
		[
			'outboundProxy',
			'sip.example.com',
			'The port is missing: sip.example.com:8083, for instance.'
		],
		['outboundProxy', 'sip.example.com:99999', 'Ports go from 1 to 65535.'],
		['outboundProxy', 'sip.example.com:abc', 'Write host:port, such as sip.example.com:8083.'],
		['outboundProxy', ':8083', 'Write host:port, such as sip.example.com:8083.'],
		['outboundProxyBackup', 'two words:8083', 'Write host:port, such as sip.example.com:8083.'],
		['domain', 'sip:sip.example.com', 'Write the domain alone, without sip: and user@.'],
		['domain', 'exa mple.com', 'Write a domain, such as sip.example.com.'],
		['username', 'sip:101@example.com', 'Write the user part alone, without sip: and @domain.'],
		['username', 'a b', 'Leave out spaces and the characters " < > ; : \\'],
		['authorizationId', '8023"', 'Leave out spaces, quotes and angle brackets.'],
		[
			'stunServers',
			['stun:stun.example.com'],
			'stun:stun.example.com: leave out the scheme; the SDK adds stun:'
		],
		['stunServers', ['stun.example.com:0'], 'stun.example.com:0: Ports go from 1 to 65535.'],
		['stunServers', [''], 'An empty line: write host or host:port']
	])('%s %j: %s', (field, value, message) => {
		expect(problems({ [field]: value })).toEqual({ [field]: message });
	});

	it('lets through only proxies that the SDK can dial', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.domain().map((host) => `${host}:8083/sip`)
				),
				(text) => {
					if (text === '' || checkSipInfo({ ...sipInfo, outboundProxy: text }).size > 0) return;
					expect(URL.canParse(`wss://${text}`)).toBe(true);
				}
			)
		);
	});
});
