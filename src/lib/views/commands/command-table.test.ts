import { expect, test } from 'vitest';
import { COMMAND_GROUPS, COMMANDS } from './command-table.ts';
import { keyOf, type KeyPress } from './key-name.ts';

test('no key and no id is there twice', () => {
	const keys = COMMANDS.flatMap((command): readonly string[] => command.keys);
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	const ids = COMMANDS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('each key is one that a key press can have, with and without a Mac', () => {
	for (const key of COMMANDS.flatMap((command): readonly string[] => command.keys)) {
		const mod = key.startsWith('Mod+');
		const shift = key.includes('Shift+') || /^[A-Z]$/.test(key);
		const bare = key.replace(/^Mod\+/, '').replace('Shift+', '');
		for (const isMac of [false, true]) {
			const press: KeyPress = {
				key: bare,
				code: '',
				ctrlKey: mod && !isMac,
				metaKey: mod && isMac,
				altKey: false,
				shiftKey: shift,
				getModifierState: () => false
			};
			expect(keyOf(press, isMac)).toBe(key);
		}
	}
});

test('each group has commands with keys', () => {
	for (const name of COMMAND_GROUPS)
		expect(COMMANDS.some(({ group, keys }) => group === name && keys.length > 0)).toBe(true);
});
