import { comparableName } from './header-name.ts';

/**
 * How often a field may be in a message. Those whose value is a list may be repeated, and joined by
 * commas as well (RFC 3261 §7.3.1); the names are comparable ones.
 */
const LISTS: ReadonlySet<string> = new Set([
	'accept',
	'accept-contact',
	'accept-encoding',
	'accept-language',
	'accept-resource-priority',
	'alert-info',
	'allow',
	'allow-events',
	'call-info',
	'contact',
	'content-encoding',
	'content-language',
	'diversion',
	'error-info',
	'feature-caps',
	'geolocation',
	'history-info',
	'in-reply-to',
	'p-asserted-identity',
	'p-associated-uri',
	'p-early-media',
	'p-media-authorization',
	'p-preferred-identity',
	'path',
	'permission-missing',
	'proxy-require',
	'reason',
	'record-route',
	'recv-info',
	'reject-contact',
	'request-disposition',
	'require',
	'resource-priority',
	'route',
	'security-client',
	'security-server',
	'security-verify',
	'service-route',
	'supported',
	'trigger-consent',
	'unsupported',
	'user-to-user',
	'via',
	'warning'
]);

/** Fields of which a message has one at most. */
const SINGLES: ReadonlySet<string> = new Set([
	'call-id',
	'content-disposition',
	'content-length',
	'content-type',
	'cseq',
	'date',
	'event',
	'expires',
	'from',
	'join',
	'max-forwards',
	'mime-version',
	'min-expires',
	'min-se',
	'organization',
	'priority',
	'rack',
	'refer-to',
	'referred-by',
	'replaces',
	'reply-to',
	'retry-after',
	'rseq',
	'server',
	'session-expires',
	'sip-etag',
	'sip-if-match',
	'subject',
	'subscription-state',
	'target-dialog',
	'timestamp',
	'to',
	'user-agent'
]);

/** Whether commas in that field's value separate elements. They do not in dates or credentials. */
export function isListField(name: string): boolean {
	return LISTS.has(comparableName(name));
}

/** Whether a message has one such field at most; of fields that we do not know, nothing is known. */
export function isSingleField(name: string): boolean {
	return SINGLES.has(comparableName(name));
}
