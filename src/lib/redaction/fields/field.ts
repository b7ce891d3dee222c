import { comparableName } from '../../sip/fields/header-name.ts';
import { replaceInMarkup } from '../bodies/markup.ts';
import type { Replacer } from '../replacer.ts';
import { replaceHostPort } from '../text/host.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceAddresses } from './address.ts';
import { replaceAuthentication } from './authentication.ts';
import { replaceInEncodedIds } from './encoded-id.ts';
import { replaceInParameters } from './parameters.ts';
import { replaceVia } from './via.ts';

type ReplaceValue = (value: string, replacer: Replacer) => string;

function named(replace: ReplaceValue, ...names: string[]): [string, ReplaceValue][] {
	return names.map((name) => [name, replace]);
}

/** Fields by comparable name: how the value of each is read. */
const FIELDS: ReadonlyMap<string, ReplaceValue> = new Map([
	...named(replaceAddresses, 'from', 'to', 'contact', 'reply-to', 'route', 'record-route', 'path'),
	...named(
		replaceAddresses,
		'service-route',
		'refer-to',
		'referred-by',
		'history-info',
		'diversion'
	),
	...named(replaceAddresses, 'p-asserted-identity', 'p-preferred-identity', 'p-associated-uri'),
	...named(
		replaceAddresses,
		'p-called-party-id',
		'remote-party-id',
		'p-profile-key',
		'p-served-user'
	),
	...named(replaceAddresses, 'p-user-database', 'permission-missing', 'trigger-consent'),
	...named(replaceVia, 'via'),
	...named(replaceAuthentication, 'authorization', 'proxy-authorization', 'www-authenticate'),
	...named(replaceAuthentication, 'proxy-authenticate', 'authentication-info'),
	...named(replaceAuthentication, 'proxy-authentication-info'),
	...named(replaceInIdentifier, 'call-id', 'in-reply-to', 'replaces', 'join', 'target-dialog'),
	...named(replaceInIdentifier, 'call-info', 'session-id', 'sip-etag', 'sip-if-match'),
	...named(replaceInEncodedIds, 'p-rc-api-ids', 'p-acme-vsa'),
	...named(replaceInParameters, 'p-charging-vector', 'p-charging-function-addresses'),
	...named(replaceInMarkup, 'p-rc'),
	...named(replaceCallInfo, 'p-rc-api-call-info'),
	...named(replaceWarning, 'warning'),
	...named(replaceProduct, 'user-agent', 'server'),
	...named(replaceSecret, 'cookie', 'set-cookie', 'client-id', 'p-rc-endpoint-id', 'identity'),
	...named(replaceSecret, 'x-api-key', 'x-auth-token', 'x-access-token'),
	...named(replaceNothing, 'cseq', 'max-forwards', 'content-type', 'content-encoding', 'expires'),
	...named(
		replaceNothing,
		'min-expires',
		'session-expires',
		'min-se',
		'allow',
		'supported',
		'require'
	),
	...named(replaceNothing, 'proxy-require', 'unsupported', 'accept', 'accept-encoding', 'date'),
	...named(
		replaceNothing,
		'accept-language',
		'allow-events',
		'event',
		'subscription-state',
		'rseq'
	),
	...named(replaceNothing, 'rack', 'mime-version', 'content-disposition'),
	...named(replaceNothing, 'refer-sub', 'timestamp', 'privacy', 'recv-info', 'info-package')
]);

/** The value of a field, as it stands between colon and line end, folds included. */
export function replaceFieldValue(name: string, value: string, replacer: Replacer): string {
	return (FIELDS.get(comparableName(name)) ?? replaceInProse)(value, replacer);
}

/** Whether a field's name says how its value is read. */
export function isKnownField(name: string): boolean {
	return comparableName(name) === 'content-length' || FIELDS.has(comparableName(name));
}

/** Words and numbers of the protocol alone. */
function replaceNothing(value: string, replacer: Replacer): string {
	return replacer.rest(value);
}

/** The whole value, however it is made. */
function replaceSecret(value: string, replacer: Replacer): string {
	const secret = value.trim();
	if (secret === '') return value;
	const start = value.indexOf(secret);
	return (
		value.slice(0, start) + replacer.value('token', secret) + value.slice(start + secret.length)
	);
}

/** `callAttributes=reject;callerIdName=…;queueName=…`: parameters without a semicolon before them. */
function replaceCallInfo(value: string, replacer: Replacer): string {
	return replaceInParameters(`;${value}`, replacer).slice(1);
}

/** `399 host "text"` (RFC 3261 §20.43). */
function replaceWarning(value: string, replacer: Replacer): string {
	const [, code, agent = '', text = ''] = /^(\s*\d{3}\s+)([^\s"]+)([^]*)$/.exec(value) ?? [];
	if (code === undefined) return replaceInProse(value, replacer);
	return code + replaceHostPort(agent, replacer) + replaceInProse(text, replacer);
}

/** Names of programs, whose versions may look like addresses. */
function replaceProduct(value: string, replacer: Replacer): string {
	return value
		.split(/(\/[\w.+-]+)/)
		.map((part) => (part.startsWith('/') ? replacer.rest(part) : replaceInProse(part, replacer)))
		.join('');
}
