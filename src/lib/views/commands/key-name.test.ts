import { expect, test } from 'vitest';
import { keyOf, type KeyPress, keyWords } from './key-name.ts';

function press(key: string, more: Partial<KeyPress> & { altGr?: boolean } = {}): KeyPress {
	const { altGr = false, ...rest } = more;
	return {
		key,
		code: '',
		ctrlKey: altGr,
		altKey: altGr,
		metaKey: false,
		shiftKey: false,
		getModifierState: (name) => altGr && name === 'AltGraph',
		...rest
	};
}

test('a key is what it makes, wherever it is on the keyboard', () => {
	expect(keyOf(press('/', { code: 'Digit7', shiftKey: true }), false)).toBe('/');
	expect(keyOf(press('?', { code: 'Minus', shiftKey: true }), false)).toBe('?');
	expect(keyOf(press('[', { code: 'Digit8', altGr: true }), false)).toBe('[');
	expect(keyOf(press('[', { code: 'Digit5', altKey: true }), true)).toBe('[');
	expect(keyOf(press('1', { code: 'Digit1', shiftKey: true }), false)).toBe('1');
});

test('caps lock makes no difference, the shift key does', () => {
	expect(keyOf(press('J'), false)).toBe('j');
	expect(keyOf(press('n', { shiftKey: true }), false)).toBe('N');
});

test('letters that are not Latin are those of their keys', () => {
	expect(keyOf(press('о', { code: 'KeyJ' }), false)).toBe('j');
	expect(keyOf(press('Л', { code: 'KeyK', shiftKey: true }), false)).toBe('K');
	expect(keyOf(press('ö', { code: 'Semicolon' }), false)).toBe('ö');
});

test('Mod is Ctrl, and on a Mac ⌘; other modifiers are none of ours', () => {
	expect(keyOf(press('k', { ctrlKey: true }), false)).toBe('Mod+k');
	expect(keyOf(press('k', { metaKey: true }), true)).toBe('Mod+k');
	expect(keyOf(press('k', { metaKey: true }), false)).toBeUndefined();
	expect(keyOf(press('k', { ctrlKey: true }), true)).toBeUndefined();
	expect(keyOf(press('k', { altKey: true }), false)).toBeUndefined();
	expect(keyOf(press('Enter', { shiftKey: true }), false)).toBe('Shift+Enter');
});

test('keys in words', () => {
	expect(keyWords('Mod+k', false)).toBe('Ctrl K');
	expect(keyWords('Mod+k', true)).toBe('⌘K');
	expect(keyWords('Escape', false)).toBe('Esc');
	expect(keyWords('Shift+Enter', false)).toBe('Shift Enter');
	expect(keyWords('j', false)).toBe('j');
	expect(keyWords('+', false)).toBe('+');
});
