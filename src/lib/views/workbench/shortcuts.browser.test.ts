import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

function pressed(key: string, target: Element, more: KeyboardEventInit = {}) {
	let shortcut: ReturnType<typeof shortcutOf>;
	const listen = (event: KeyboardEvent) => (shortcut = shortcutOf(event));
	addEventListener('keydown', listen);
	target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
	removeEventListener('keydown', listen);
	return shortcut;
}

test('keys of the workbench', () => {
	expect(pressed('/', document.body)).toEqual({ do: 'filter' });
	expect(pressed('Escape', document.body)).toEqual({ do: 'deselect' });
	expect(pressed('2', document.body)).toEqual({ do: 'show', view: 'messages' });
	expect(pressed('5', document.body)).toEqual({ do: 'show', view: 'findings' });
	expect(pressed('b', document.body)).toEqual({ do: 'bookmark' });
	expect(pressed(']', document.body)).toEqual({ do: 'walk', direction: 'next' });
	expect(pressed('6', document.body)).toBeUndefined();
	expect(pressed('1', document.body, { ctrlKey: true })).toBeUndefined();
});

test('what is typed into a field, or pressed in a menu, is not for the workbench', () => {
	const field = document.body.appendChild(document.createElement('input'));
	const menu = document.body.appendChild(document.createElement('div'));
	menu.setAttribute('role', 'menu');
	const item = menu.appendChild(document.createElement('button'));
	expect(pressed('1', field)).toBeUndefined();
	expect(pressed('Escape', item)).toBeUndefined();
	field.remove();
	menu.remove();
});
