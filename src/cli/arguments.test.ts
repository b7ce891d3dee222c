import { expect, test } from 'vitest';
import { collect, toNumber, toPort } from './arguments.ts';

test.each(['1', '60', '86400'])('%s is a number of seconds', (text) =>
	expect(toNumber(1, 86_400)(text)).toBe(Number(text))
);

test.each(['0', '86401', '-1', '1.5', '1e3', 'x', '', '9'.repeat(400)])('%j is none', (text) =>
	expect(() => toNumber(1, 86_400)(text)).toThrow('It is a whole number from 1 to 86400.')
);

test('a port is from 1 to 65535', () => {
	expect(toPort('65535')).toBe(65_535);
	expect(() => toPort('65536')).toThrow('A port is a number from 1 to 65535.');
});

test('an option that is given several times is a list', () => {
	expect(collect('b', collect('a'))).toEqual(['a', 'b']);
});
