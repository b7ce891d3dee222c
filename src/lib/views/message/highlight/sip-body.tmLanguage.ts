import type { LanguageRegistration } from 'shiki/core';
import { groups, include } from './grammar-rule.ts';

/**
 * A TextMate grammar of what SIP messages carry: SDP (RFC 8866), XML, JSON, and message/sipfrag
 * (RFC 3420). Which of them a body is, its lines tell by themselves.
 */

/** Matches nowhere, so that a region lasts until the end. */
const NEVER = '(?!)';

export const sipBodyGrammar: LanguageRegistration = {
	name: 'sip-body',
	scopeName: 'source.sip.body',
	patterns: [
		{ include: '#sip-fragment' },
		{ include: '#json-document' },
		{ include: '#sdp' },
		{ include: '#xml' }
	],
	repository: {
		'sip-fragment': {
			begin: String.raw`^(?=SIP/\d+\.\d+[ \t]+\d|\S+[ \t].*[ \t]SIP/\d+\.\d+$)`,
			end: NEVER,
			patterns: [{ include: 'source.sip' }]
		},
		sdp: {
			patterns: [
				{
					match: String.raw`^(m)(=)(\S+)(.*)$`,
					captures: groups(
						'keyword.other.type.sdp',
						'punctuation.separator.equals.sdp',
						'entity.name.media.sdp',
						include('#sdp-value')
					)
				},
				{
					match: String.raw`^(a)(=)(sendrecv|sendonly|recvonly|inactive)$`,
					captures: groups(
						'keyword.other.type.sdp',
						'punctuation.separator.equals.sdp',
						'constant.language.direction.sdp'
					)
				},
				{
					match: String.raw`^(a)(=)(rtpmap)(:)(\d+) ([^/\s]+)(.*)$`,
					captures: groups(
						'keyword.other.type.sdp',
						'punctuation.separator.equals.sdp',
						'variable.parameter.attribute.sdp',
						'punctuation.separator.colon.sdp',
						'constant.numeric.sdp',
						'entity.name.codec.sdp',
						include('#sdp-value')
					)
				},
				{
					match: String.raw`^(a)(=)([^:\s]+)(?:(:)(.*))?$`,
					captures: groups(
						'keyword.other.type.sdp',
						'punctuation.separator.equals.sdp',
						'variable.parameter.attribute.sdp',
						'punctuation.separator.colon.sdp',
						include('#sdp-value')
					)
				},
				{
					match: String.raw`^([a-z])(=)(.*)$`,
					captures: groups(
						'keyword.other.type.sdp',
						'punctuation.separator.equals.sdp',
						include('#sdp-value')
					)
				}
			]
		},
		'sdp-value': {
			patterns: [
				{
					match: String.raw`(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[0-9A-Fa-f:]*::)[0-9A-Fa-f:]+|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4})(?![\w.:])`,
					name: 'constant.numeric.address.sdp'
				},
				// Not the pairs of a fingerprint: `4A:AD:B9`.
				{
					match: String.raw`(?<![\w.+-]|[0-9A-F]{2}:)\d+(?![\w.:+])`,
					name: 'constant.numeric.sdp'
				}
			]
		},
		xml: {
			begin: String.raw`(</?\??)([A-Za-z][\w:.-]*)(?=[\s/>?])`,
			beginCaptures: groups('punctuation.definition.tag.xml', 'entity.name.tag.xml'),
			end: String.raw`([/?]?>)`,
			endCaptures: groups('punctuation.definition.tag.xml'),
			patterns: [
				{
					match: String.raw`([A-Za-z_][\w:.-]*)\s*(=)`,
					captures: groups('variable.parameter.attribute.xml', 'punctuation.separator.equals.xml')
				},
				{ match: String.raw`"[^"]*"?|'[^']*'?`, name: 'string.quoted.xml' }
			]
		},
		'json-document': {
			begin: String.raw`^\s*(?=[{\[])`,
			end: NEVER,
			patterns: [
				{
					match: String.raw`("(?:[^"\\]|\\.)*")\s*(:)`,
					captures: groups('variable.parameter.property.json', 'punctuation.separator.colon.json')
				},
				{ match: String.raw`"(?:[^"\\]|\\.)*"?`, name: 'string.quoted.double.json' },
				{ match: String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`, name: 'constant.numeric.json' },
				{ match: String.raw`\b(?:true|false|null)\b`, name: 'constant.language.json' },
				{ match: String.raw`[{}\[\],:]`, name: 'punctuation.separator.json' }
			]
		}
	}
};
