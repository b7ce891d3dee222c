import { expect, test } from 'vitest';
import { compilePattern, type CompiledPattern } from './pattern.ts';

function compile(source: string, flags = ''): CompiledPattern {
	const pattern = compilePattern({ source, flags });
	if (typeof pattern === 'string') throw new Error(pattern);
	return pattern;
}

test('lines end at CRLF as well as at LF, and a dollar that is text stays so', () => {
	const text = 'Expires: 60\r\nTo: $5\r\n\r\nv=0\n';
	expect(compile('^Expires: 60$').test(text)).toBe(true);
	expect(compile('^v=0$').test(text)).toBe(true);
	expect(compile('\\$5$').test(text)).toBe(true);
	expect(compile('[$]5').test(text)).toBe(true);
	expect(compile('[]$]5').test(text)).toBe(true);
	expect(compile('\\Q$5\\E').test(text)).toBe(true);
	expect(compile('60.To').test(text)).toBe(false);
	expect(compile('60.*To', 's').test(text)).toBe(true);
});

test('tells where it is found', () => {
	expect(compile('a+').ranges('aab ä😀 aaa')).toEqual([
		{ offset: 0, length: 2 },
		{ offset: 8, length: 3 }
	]);
	expect(compile('x*').ranges('abc')).toEqual([]);
});

test.each(['(a+)+$', '(a|aa)+$', '(.*a){12}$', '(?:a*)*b', '(a?){30}a{30}'])(
	'%s is looked for in one pass',
	(source) => {
		// A backtracking engine would not come to an end within the life of the universe.
		compile(source).test('a'.repeat(100_000) + '!');
	}
);
