import type { ThemeRegistration } from 'shiki/core';

const BOLD = 'bold';

const METHODS = ['invite', 'ack', 'bye', 'cancel', 'message', 'register', 'info', 'refer'];
const CLASSES = [1, 2, 3, 4, 5, 6];

function rule(scope: string | string[], token: string, fontStyle?: string) {
	return { scope, settings: { foreground: `var(--${token})`, ...(fontStyle && { fontStyle }) } };
}

/**
 * Scopes in the colours of the design tokens, so that the one theme is light or dark as the page is.
 * Methods and statuses have the tone they have in the ladder.
 */
export const sipTheme: ThemeRegistration = {
	name: 'sipscope',
	type: 'light',
	fg: 'var(--ink)',
	bg: 'var(--pane)',
	settings: [
		rule(['entity.name.header', 'keyword.other.version', 'string.unquoted.text'], 'ink-dim'),
		rule(['punctuation.separator', 'punctuation.definition'], 'ink-faint'),
		rule('entity.name.method', 'tone-other', BOLD),
		...METHODS.map((method) => rule(`entity.name.method.${method}`, `tone-${method}`, BOLD)),
		...CLASSES.flatMap((digit) => [
			rule(`constant.numeric.status.${digit}xx`, `tone-s${digit}`, BOLD),
			rule(`string.unquoted.reason.${digit}xx`, `tone-s${digit}`)
		]),
		rule('constant.other.call-id', 'accent'),
		rule('constant.other.identity', 'tone-s4'),
		rule('variable.parameter', 'tone-message'),
		rule(['markup.link.uri', 'keyword.other.scheme'], 'tone-s2'),
		rule('keyword.other.authentication', 'tone-invite', BOLD),
		rule(['constant.numeric', 'constant.language'], 'tone-register'),
		rule('constant.numeric.cseq', 'ink'),
		rule(['keyword.other.type', 'entity.name.tag'], 'tone-invite'),
		rule(['entity.name.media', 'entity.name.codec'], 'tone-s2', BOLD),
		rule('constant.language.direction', 'tone-s4', BOLD),
		rule(['string.quoted.xml', 'string.quoted.double.json'], 'tone-s2'),
		rule('invalid.illegal', 'bad')
	]
};
