import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scanHead } from '../../../sip/head.ts';
import { shiki } from './highlighter.ts';

/** A line per token: its innermost scope, its colour, its text. */
function printTokens(text: string): string {
	const body = scanHead(text).bodyOffset;
	const parts = [
		[text.slice(0, body), 'sip'],
		[text.slice(body), 'sip-body']
	] as const;
	return parts
		.flatMap(([part, lang]) =>
			shiki.codeToTokensBase(part, { lang, theme: 'sipscope', includeExplanation: 'scopeName' })
		)
		.map((line) =>
			line
				.flatMap((token) =>
					(token.explanation ?? []).map(({ content, scopes }) => {
						const scope = scopes.at(-1)?.scopeName ?? '';
						return `${scope.padEnd(38)} ${(token.color ?? '').padEnd(20)} ${content}`.trimEnd();
					})
				)
				.join('\n')
		)
		.join('\n\n');
}

test.each(['invite', 'answer', 'message', 'info', 'notify'])('the tokens of %s', async (name) => {
	const file = new URL(`./samples/${name}.sip`, import.meta.url);
	const text = readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
	await expect(printTokens(text)).toMatchFileSnapshot(`./samples/${name}.tokens`);
});
