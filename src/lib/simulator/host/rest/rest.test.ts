import RingCentral from '@rc-ex/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInAccounts, type Account } from '../../accounts.ts';
import { ask, type Ask, type Got } from '../../testing/host-client.ts';
import { createSimulator, type HostedSimulator } from '../node-host.ts';

const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const BASIC = { Authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` };

/** Of another company than Alice, Bob and Carol. */
const dave: Account = {
	name: 'Dave Example',
	extension: '201',
	mainNumber: '16505550200',
	directNumber: '+16505550201',
	authorizationId: '802398201001',
	password: 'dave-has-no-secret'
};

let host: HostedSimulator;

beforeEach(async () => {
	host = await createSimulator({ accounts: [...builtInAccounts, dave] });
});

afterEach(() => host.close());

function client(): RingCentral {
	return new RingCentral({ server: host.server, clientId: 'client', clientSecret: 'secret' });
}

/** An unsigned JWT with these claims. */
function jwt(claims: object): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'none' })}.${part(claims)}.`;
}

async function signedIn(as = '101'): Promise<RingCentral> {
	const rc = client();
	await rc.authorize({ jwt: as });
	return rc;
}

const jsonOf = ({ body }: Got) => JSON.parse(body) as Record<string, unknown>;

function asForm(fields: Record<string, string>, headers: object = BASIC): Ask {
	const body = new URLSearchParams(fields).toString();
	return { method: 'POST', headers: { ...FORM, ...headers }, body };
}

const askToken = (fields: Record<string, string>, headers?: object) =>
	ask(host, '/restapi/oauth/token', asForm(fields, headers));

async function extensionOf(rc: RingCentral): Promise<string | undefined> {
	const { extensionNumber } = await rc.restapi().account().extension().get();
	return extensionNumber;
}

describe('@rc-ex/core', () => {
	test('signs in by JWT and gets what a phone needs', async () => {
		const rc = await signedIn();
		expect(rc.token).toEqual({
			access_token: expect.stringMatching(/^\w{32}$/),
			token_type: 'bearer',
			expires_in: 3600,
			refresh_token: expect.stringMatching(/^\w{32}$/),
			refresh_token_expires_in: 604_800,
			scope: expect.stringContaining('VoipCalling'),
			owner_id: '62000001',
			endpoint_id: expect.any(String)
		});
		const { device, sipInfo, sipFlags, sipErrorCodes } = await rc
			.restapi()
			.clientInfo()
			.sipProvision()
			.post({ sipInfo: [{ transport: 'WSS' }] });
		expect(sipInfo).toEqual([
			{
				transport: 'WSS',
				username: '16505550100*101',
				password: 'alice-has-no-secret',
				authorizationTypes: ['SipDigest'],
				authorizationId: '802398101001',
				domain: 'sip.ringcentral.com',
				outboundProxy: host.proxy,
				outboundProxyBackup: `${host.proxy}-backup`,
				stunServers: []
			}
		]);
		expect(device).toMatchObject({
			id: '802398101001',
			type: 'WebPhone',
			status: 'Offline',
			extension: { id: 62_000_001, extensionNumber: '101' }
		});
		expect(sipFlags).toMatchObject({ voipFeatureEnabled: true, outboundCallsEnabled: true });
		expect(sipErrorCodes).toContain('503');
	});

	test('asks who it is, and for the numbers that it may show', async () => {
		const rc = await signedIn('102');
		const extension = await rc.restapi().account().extension().get();
		expect(extension).toMatchObject({
			id: 62_000_002,
			extensionNumber: '102',
			name: 'Bob',
			type: 'User',
			status: 'Enabled',
			account: { id: '37000001' }
		});
		const { records = [] } = await rc.restapi().account().extension().phoneNumber().get();
		expect(
			records
				.filter(({ features }) => features?.includes('CallerId'))
				.map(({ phoneNumber, usageType }) => [phoneNumber, usageType])
		).toEqual([
			['+16505550102', 'DirectNumber'],
			['+16505550100', 'MainCompanyNumber']
		]);
	});

	test('reads the company it is in, and no other', async () => {
		const rc = await signedIn('102');
		const account = await rc.restapi().account().get();
		expect(account).toMatchObject({ id: 37_000_001, mainNumber: '+16505550100' });
		const extensions = await rc.restapi().account().extension().list();
		expect(extensions.records?.map(({ name }) => name)).toEqual(['Alice', 'Bob', 'Carol']);
		const numbers = await rc.restapi().account().phoneNumber().list();
		expect(numbers.records?.map(({ phoneNumber }) => phoneNumber)).toEqual([
			'+16505550100',
			'+16505550101',
			'+16505550102',
			'+16505550103'
		]);
		await expect(rc.restapi().account().extension('62000004').get()).rejects.toThrow('404');
		await expect(rc.restapi().account('37000002').get()).rejects.toThrow('404');

		const other = await signedIn('201');
		const { records } = await other.restapi().account().extension().list();
		expect(records?.map(({ name }) => name)).toEqual(['Dave Example']);
	});

	test('reads a list page by page', async () => {
		const rc = await signedIn();
		const second = await rc.restapi().account().extension().list({ page: 2, perPage: 2 });
		expect(second.records?.map(({ name }) => name)).toEqual(['Carol']);
		expect(second.paging).toEqual({
			page: 2,
			perPage: 2,
			totalPages: 2,
			totalElements: 3,
			pageStart: 2,
			pageEnd: 2
		});
		expect(second.navigation).toHaveProperty('previousPage');
		expect(second.navigation).not.toHaveProperty('nextPage');
		await expect(rc.restapi().account().extension().list({ page: 0 })).rejects.toThrow('CMN-101');
	});

	test('reads devices and presence, which say whether a phone is there', async () => {
		const rc = await signedIn();
		const { records } = await rc.restapi().account().extension().device().get();
		expect(records).toMatchObject([{ id: '802398101001', status: 'Offline' }]);
		const device = await rc.restapi().account().device('802398102001').get();
		expect(device.extension?.extensionNumber).toBe('102');
		await expect(rc.restapi().account().device('1').get()).rejects.toThrow('deviceId');
		const presence = await rc.restapi().account().extension().presence().get();
		expect(presence).toMatchObject({ userStatus: 'Offline', telephonyStatus: 'NoCall' });
	});

	test('refreshes once with each token, and revokes', async () => {
		const rc = await signedIn('102');
		const old = rc.token;
		await rc.refresh();
		expect(rc.token?.endpoint_id).toBe(old?.endpoint_id);
		expect(await extensionOf(rc)).toBe('102');
		await expect(rc.refresh(old?.refresh_token)).rejects.toThrow('invalid_grant');
		const { token } = rc;
		await rc.revoke();
		rc.token = token;
		await expect(extensionOf(rc)).rejects.toThrow('OAU-213');
	});

	test.each([
		['an extension', '103'],
		['a direct number', '+16505550103'],
		['a JWT with ext', jwt({ ext: '103' })],
		['a JWT with sub', jwt({ sub: 62_000_003 })]
	])('is whom %s names', async (_what, credential) => {
		expect(await extensionOf(await signedIn(credential))).toBe('103');
		const rc = client();
		await rc.authorize({ code: credential, redirect_uri: 'http://localhost/' });
		expect(await extensionOf(rc)).toBe('103');
	});

	test.each(['any.jwt.at-all', 'a code', jwt({ sub: '400129284008' }), jwt([]), '..'])(
		'is the first extension with %s',
		async (credential) => expect(await extensionOf(await signedIn(credential))).toBe('101')
	);
});

describe('POST /restapi/oauth/token', () => {
	test('gives a token for a password, and to a client without a secret', async () => {
		const fields = { grant_type: 'password', username: '+16505550100', extension: '102' };
		const got = await askToken({ ...fields, password: 'x', client_id: 'public' }, {});
		expect(jsonOf(got)).toMatchObject({ owner_id: '62000002' });
	});

	test('keeps the endpoint that the client names', async () => {
		const got = await askToken({ grant_type: JWT, assertion: '101', endpoint_id: 'mine' });
		expect(jsonOf(got)['endpoint_id']).toBe('mine');
	});

	test.each<[string, Record<string, string>, object, number, string]>([
		['no client', { grant_type: JWT, assertion: '101' }, {}, 401, 'invalid_client'],
		['no grant type', {}, BASIC, 400, 'unsupported_grant_type'],
		['another grant type', { grant_type: 'constructor' }, BASIC, 400, 'unsupported_grant_type'],
		['no JWT', { grant_type: JWT }, BASIC, 400, 'invalid_request'],
		['no code', { grant_type: 'authorization_code' }, BASIC, 400, 'invalid_request'],
		['no password', { grant_type: 'password', username: '101' }, BASIC, 400, 'invalid_request'],
		['nobody', { grant_type: JWT, assertion: '999' }, BASIC, 400, 'invalid_grant'],
		[
			'nobody in a JWT',
			{ grant_type: JWT, assertion: jwt({ ext: 9 }) },
			BASIC,
			400,
			'invalid_grant'
		],
		['no token', { grant_type: 'refresh_token', refresh_token: 'x' }, BASIC, 400, 'invalid_grant']
	])('refuses %s', async (_what, fields, headers, status, error) => {
		const got = await askToken(fields, headers);
		expect(got.status).toBe(status);
		expect(jsonOf(got)).toEqual({
			error,
			error_description: expect.any(String),
			errors: [{ errorCode: expect.stringMatching(/^(OAU|CMN)-\d+$/), message: expect.any(String) }]
		});
	});
});

describe('errors have RingCentral’s shape', () => {
	const PROVISION = '/restapi/v1.0/client-info/sip-provision';
	let headers: Record<string, string>;

	beforeEach(async () => {
		const { token } = await signedIn();
		headers = { Authorization: `Bearer ${token?.access_token}` };
	});

	test.each([
		'/restapi/v1.0/nothing',
		'/restapi/v1.0/account/~/nothing',
		'/restapi/',
		'/restapi/v3'
	])('404 at %s, with a token or without', async (path) => {
		for (const got of [await ask(host, path), await ask(host, path, { headers })]) {
			expect(got.status).toBe(404);
			expect(got.headers['content-type']).toContain('application/json');
			expect(jsonOf(got)).toEqual({
				errorCode: 'CMN-102',
				message: 'Resource not found',
				errors: [{ errorCode: 'CMN-102', message: 'Resource not found' }]
			});
		}
	});

	test.each([[undefined], ['Bearer nobody'], ['Basic x'], ['Bearer']])(
		'401 for %s',
		async (Authorization) => {
			const got = await ask(host, PROVISION, {
				method: 'POST',
				headers: Authorization === undefined ? {} : { Authorization }
			});
			expect(got.status).toBe(401);
			expect(got.headers['www-authenticate']).toMatch(/^Bearer /);
			expect(jsonOf(got)).toMatchObject({
				errorCode: 'TokenInvalid',
				errors: [{ errorCode: expect.stringMatching(/^OAU-/) }]
			});
		}
	);

	test.each([
		['{ "sipInfo": ', 'InvalidContent'],
		['', 'InvalidParameter'],
		['[]', 'InvalidParameter'],
		['null', 'InvalidParameter'],
		['{"sipInfo":[{"transport":"SMOKE"}]}', 'InvalidParameter']
	])('400 for the body %j', async (body, errorCode) => {
		const got = await ask(host, PROVISION, { method: 'POST', headers, body });
		expect(got.status).toBe(400);
		expect(jsonOf(got)).toMatchObject({ errorCode, errors: [{ errorCode: 'CMN-101' }] });
	});

	test('405 for a method that is not there', async () => {
		const got = await ask(host, PROVISION, { headers });
		expect([got.status, got.headers['allow']]).toEqual([405, 'POST']);
		expect((await ask(host, '/restapi/oauth/token')).status).toBe(405);
		const removed = await ask(host, '/restapi/v1.0/account/~', { method: 'DELETE', headers });
		expect([removed.status, removed.headers['allow']]).toEqual([405, 'GET']);
	});

	test('413 for a body that is too large', async () => {
		const body = 'x'.repeat(100_000);
		const got = await ask(host, PROVISION, { method: 'POST', headers, body });
		expect(got.status).toBe(413);
		expect(jsonOf(got)['errorCode']).toBe('RequestEntityTooLarge');
	});
});
