import { MOST_SECONDS } from '../grammar/whole-number.ts';
import { address, type AddressRules } from './address.ts';
import { authentication } from './authentication.ts';
import { type Check, listOf, oneOf, possiblyEmptyListOf } from './check.ts';
import { contact } from './contact.ts';
import { date } from './date.ts';
import { dialogId } from './dialog-id.ts';
import { type ParameterRules, numberUpTo, oneOfWords, tokenValue } from './parameters.ts';
import { retryAfter } from './retry-after.ts';
import { via } from './via.ts';
import { warning } from './warning.ts';
import { callId, mediaType, number, seconds, token, tokenWith } from './words.ts';

/** What a header field's value has to be, and where that is written. */
export interface FieldRule {
	check: Check;
	source: string;
}

const NONE: ParameterRules = new Map();
const TAG: ParameterRules = new Map([['tag', tokenValue]]);
const DELTA = numberUpTo(MOST_SECONDS);

const PARTY: AddressRules = { bare: true, headers: false, parameters: TAG };
const TARGET: AddressRules = { bare: true, headers: true, parameters: NONE };
const ROUTE: AddressRules = { bare: false, headers: false, parameters: NONE };
const IDENTITY: AddressRules = { bare: true, headers: true };
const HISTORY: AddressRules = { bare: false, headers: true, parameters: NONE };

const TOKENS = listOf(token);
const POSSIBLY_NO_TOKENS = possiblyEmptyListOf(token);

/**
 * By comparable name. A field that is not here may hold anything. Alert-Info and Call-Info are left
 * out on purpose: RingCentral's edge writes words and ids there that are no URIs.
 */
const RULES: ReadonlyMap<string, FieldRule> = new Map<string, FieldRule>(
	Object.entries({
		accept: rule('RFC 3261 §20.1', possiblyEmptyListOf(mediaType)),
		allow: rule('RFC 3261 §20.5', POSSIBLY_NO_TOKENS),
		'allow-events': rule('RFC 6665 §8.2.2', TOKENS),
		authorization: rule('RFC 3261 §20.7', oneOf(authentication)),
		'call-id': rule('RFC 3261 §20.8', oneOf(callId)),
		contact: rule('RFC 3261 §20.10', contact),
		'content-disposition': rule('RFC 3261 §20.11', oneOf(tokenWith(NONE))),
		'content-encoding': rule('RFC 3261 §20.12', TOKENS),
		'content-length': rule('RFC 3261 §20.14', oneOf(number(Infinity, 'content-length-malformed'))),
		'content-type': rule('RFC 3261 §20.15', oneOf(mediaType)),
		date: rule('RFC 3261 §20.17', date),
		event: rule('RFC 6665 §8.2.1', oneOf(tokenWith(new Map([['id', tokenValue]])))),
		expires: rule('RFC 3261 §20.19', oneOf(seconds())),
		from: rule('RFC 3261 §20.20', oneOf(address(PARTY))),
		'history-info': rule('RFC 7044 §5', listOf(address(HISTORY))),
		'in-reply-to': rule('RFC 3261 §20.21', listOf(callId)),
		join: rule('RFC 3911 §7.1', oneOf(dialogId('to-tag', 'from-tag'))),
		'max-forwards': rule('RFC 3261 §20.22', oneOf(number(255, 'value-malformed'))),
		'min-expires': rule('RFC 3261 §20.23', oneOf(seconds())),
		'min-se': rule('RFC 4028 §5', oneOf(seconds(NONE))),
		'p-asserted-identity': rule('RFC 3325 §9.1', listOf(address(IDENTITY))),
		'p-preferred-identity': rule('RFC 3325 §9.2', listOf(address(IDENTITY))),
		path: rule('RFC 3327 §4', listOf(address(ROUTE))),
		priority: rule('RFC 3261 §20.26', oneOf(token)),
		'proxy-authenticate': rule('RFC 3261 §20.27', oneOf(authentication)),
		'proxy-authorization': rule('RFC 3261 §20.28', oneOf(authentication)),
		'proxy-require': rule('RFC 3261 §20.29', TOKENS),
		reason: rule('RFC 3326 §2', listOf(tokenWith(new Map([['cause', numberUpTo(Infinity)]])))),
		'record-route': rule('RFC 3261 §20.30', listOf(address(ROUTE))),
		'refer-to': rule('RFC 3515 §2.1', oneOf(address(TARGET))),
		'referred-by': rule('RFC 3892 §3', oneOf(address(TARGET))),
		replaces: rule('RFC 3891 §6.1', oneOf(dialogId('to-tag', 'from-tag'))),
		'reply-to': rule('RFC 3261 §20.31', oneOf(address(TARGET))),
		require: rule('RFC 3261 §20.32', TOKENS),
		'retry-after': rule('RFC 3261 §20.33', oneOf(retryAfter)),
		route: rule('RFC 3261 §20.34', listOf(address(ROUTE))),
		rseq: rule('RFC 3262 §7.1', oneOf(number(MOST_SECONDS, 'value-malformed'))),
		'service-route': rule('RFC 3608 §5', listOf(address(ROUTE))),
		'session-expires': rule(
			'RFC 4028 §4',
			oneOf(seconds(new Map([['refresher', oneOfWords('uac', 'uas')]])))
		),
		'subscription-state': rule(
			'RFC 6665 §8.2.3',
			oneOf(
				tokenWith(
					new Map([
						['expires', DELTA],
						['retry-after', DELTA],
						['reason', tokenValue]
					])
				)
			)
		),
		supported: rule('RFC 3261 §20.37', POSSIBLY_NO_TOKENS),
		'target-dialog': rule('RFC 4538 §7', oneOf(dialogId('local-tag', 'remote-tag'))),
		to: rule('RFC 3261 §20.39', oneOf(address(PARTY))),
		unsupported: rule('RFC 3261 §20.40', TOKENS),
		via: rule('RFC 3261 §20.42', listOf(via)),
		warning: rule('RFC 3261 §20.43', listOf(warning)),
		'www-authenticate': rule('RFC 3261 §20.44', oneOf(authentication))
	})
);

/** The rule for the field of that comparable name. */
export function fieldRule(name: string): FieldRule | undefined {
	return RULES.get(name);
}

function rule(source: string, check: Check): FieldRule {
	return { check, source };
}
