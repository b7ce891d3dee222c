import { expect, test } from 'vitest';
import { PRODUCTION, restServerOf, restServerProblem, SANDBOX } from './rest-server.ts';

test.each([
	[PRODUCTION, PRODUCTION],
	[`${SANDBOX}/`, SANDBOX],
	[' http://127.0.0.1:8080 ', 'http://127.0.0.1:8080'],
	['https://LOCALHOST:8443/', 'https://localhost:8443']
])('%s may be asked', (typed, server) => {
	expect(restServerOf(typed)).toBe(server);
	expect(restServerProblem(typed)).toBeUndefined();
});

test.each([
	'',
	'127.0.0.1:8080',
	'http://platform.ringcentral.com',
	'https://platform.ringcentral.com.example.com',
	'https://platform.ringcentral.com:444',
	'https://example.com',
	'http://127.0.0.1:8080/restapi',
	'http://user@127.0.0.1:8080',
	'ftp://localhost',
	'javascript:alert(1)'
])('%j may not', (typed) => {
	expect(restServerOf(typed)).toBeUndefined();
	expect(restServerProblem(typed)).toMatch(/\.$/);
});
