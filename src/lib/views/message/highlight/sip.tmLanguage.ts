import type { LanguageRegistration } from 'shiki/core';
import { groups, include, type Rule } from './grammar-rule.ts';

/**
 * A TextMate grammar of a SIP message's head (RFC 3261 §25), forgiving where the wire is: raw `#` in
 * a URI, compact and vendor header names, folded lines. Bodies have a grammar of their own.
 */

const TOKEN = String.raw`[\w.!%*+\x60'~-]+`;
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"?`;
const SCHEME = '(?i:sips?|tel|urn|https?|wss?|mailto|im|pres)';

/** Parameters whose value identifies: a dialog's side, a transaction, an instance, a party. */
const IDENTITIES = String.raw`(?i:tag|from-tag|to-tag|branch|\+sip\.instance|reg-id|party-id|session-id|nonce|cnonce|response|opaque)`;

/** A header field of one of `names`, with its folded lines. */
function field(names: string, value: Rule): Rule {
	return {
		begin: String.raw`^(${names})[ \t]*(:)`,
		beginCaptures: groups('entity.name.header.sip', 'punctuation.separator.colon.sip'),
		while: String.raw`^[ \t]+`,
		...value
	};
}

export const sipGrammar: LanguageRegistration = {
	name: 'sip',
	scopeName: 'source.sip',
	patterns: [{ include: '#start-line' }, { include: '#field' }, { include: '#malformed' }],
	repository: {
		'start-line': {
			patterns: [
				{
					match: String.raw`^(SIP/\d+\.\d+)[ \t]+(([1-6])\d\d)(?:[ \t]+(.*?))?[ \t]*$`,
					captures: groups(
						'keyword.other.version.sip',
						'constant.numeric.status.$3xx.sip',
						null,
						'string.unquoted.reason.$3xx.sip'
					)
				},
				{
					match: String.raw`^(${TOKEN})[ \t]+(.+?)[ \t]+(SIP/\d+\.\d+)[ \t]*$`,
					captures: groups(
						'entity.name.method.${1:/downcase}.sip',
						include('#parameter', '#uri'),
						'keyword.other.version.sip'
					)
				}
			]
		},
		field: {
			patterns: [
				field('(?i:Call-ID|i)', { contentName: 'constant.other.call-id.sip' }),
				field('(?i:CSeq|RAck)', include('#cseq')),
				field('(?i:Via|v)', include('#transport', '#value')),
				field('(?i:User-Agent|Server|Subject|s|Organization|Date)', {
					contentName: 'string.unquoted.text.sip'
				}),
				field(
					'(?i:(?:WWW|Proxy)-Authenticate|(?:Proxy-)?Authorization)',
					include('#authentication-scheme', '#value')
				),
				field(TOKEN, include('#value'))
			]
		},
		malformed: {
			match: String.raw`^.*\S.*$`,
			name: 'invalid.illegal.line.sip'
		},
		value: {
			patterns: [
				{ include: '#name-address' },
				{ include: 'source.sip.body#xml' },
				{ include: '#parameter' },
				{ include: '#uri' },
				{ include: '#quoted' },
				{ include: '#address' },
				{ include: '#number' }
			]
		},
		cseq: {
			match: String.raw`(\d+)[ \t]+(${TOKEN})`,
			captures: groups('constant.numeric.cseq.sip', 'entity.name.method.${2:/downcase}.sip')
		},
		transport: {
			match: String.raw`\b(SIP/\d+\.\d+/\w+)`,
			captures: groups('keyword.other.version.sip')
		},
		'authentication-scheme': {
			match: String.raw`\b(?i:Digest|Basic|Bearer)\b(?!\s*=)`,
			name: 'keyword.other.authentication.sip'
		},
		'name-address': {
			begin: `(<)(?=${SCHEME}:)`,
			beginCaptures: groups('punctuation.definition.address.sip'),
			end: String.raw`(>)|$`,
			endCaptures: groups('punctuation.definition.address.sip'),
			...include('#parameter', '#uri')
		},
		uri: {
			match: String.raw`\b(${SCHEME})(:)([^\s<>";?,]*)`,
			name: 'markup.link.uri.sip',
			captures: groups('keyword.other.scheme.sip')
		},
		parameter: {
			patterns: [
				{
					match: String.raw`(?:([;?&])[ \t]*)?(?<![\w.-])(${IDENTITIES})[ \t]*(=)[ \t]*(${QUOTED}|[^\s;,>"&]*)`,
					captures: groups(
						'punctuation.separator.parameter.sip',
						'variable.parameter.sip',
						'punctuation.separator.equals.sip',
						'constant.other.identity.sip'
					)
				},
				{
					match: String.raw`(?:([;?&])[ \t]*)?(?<![\w.-])(${TOKEN})[ \t]*(=)[ \t]*(?:(\d+(?:\.\d+)?)(?![^\s;,>&])|(${QUOTED}|[^\s;,>"&]*))`,
					captures: groups(
						'punctuation.separator.parameter.sip',
						'variable.parameter.sip',
						'punctuation.separator.equals.sip',
						'constant.numeric.sip',
						'string.unquoted.parameter.sip'
					)
				},
				{
					match: String.raw`(;)[ \t]*(${TOKEN})`,
					captures: groups('punctuation.separator.parameter.sip', 'variable.parameter.sip')
				}
			]
		},
		quoted: { match: QUOTED, name: 'string.quoted.double.sip' },
		address: {
			match: String.raw`(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\w.-])|\[[0-9A-Fa-f:.]+\](?::\d+)?`,
			name: 'constant.numeric.address.sip'
		},
		number: { match: String.raw`(?<![\w.-])\d+(?![\w.-])`, name: 'constant.numeric.sip' }
	}
};
