/** What of a `KeyboardEvent` tells which key was meant. */
export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * The name of what was pressed, by the character that it makes on the reader's own keyboard: `j`, `N`,
 * `?`, `Enter`, `Shift+Enter`, `Mod+k`. `undefined` where other modifiers make it none of ours.
 */
export function keyOf(press: KeyPress, isMac: boolean): string | undefined {
	const character = characterOf(press);
	// `[` is AltGr+8, or Option+5, on keyboards that have no key for it.
	const isSign = character.length === 1 && !/[\p{L}\p{N}\s]/u.test(character);
	const composed = isSign && (press.altKey || press.getModifierState('AltGraph'));
	if (composed) return character;
	if (press.altKey || (isMac ? press.ctrlKey : press.metaKey)) return undefined;
	const mod = isMac ? press.metaKey : press.ctrlKey;
	const named = character.length > 1 && press.shiftKey ? `Shift+${character}` : character;
	return mod ? `Mod+${named}` : named;
}

/** Caps lock makes no difference; where letters are not Latin, it is the Latin letter of that key. */
function characterOf({ key, code, shiftKey }: KeyPress): string {
	const [, latin] = /^Key([A-Z])$/.exec(code) ?? [];
	const letter = /^[a-z]$/i.test(key)
		? key
		: /^\P{Script=Latin}$/u.test(key) && /^\p{L}$/u.test(key)
			? latin
			: undefined;
	if (letter === undefined) return key;
	return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/** How a key is written for people: `Ctrl K`, `⌘K`, `Esc`. */
export function keyWords(name: string, isMac: boolean): string {
	const parts = name.split(/\+(?=.)/);
	const words = parts.map((part) => WORDS[part] ?? (parts.length > 1 ? part.toUpperCase() : part));
	const [first, ...others] = words.map((word) => (word === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : word));
	return [first, ...others].join(isMac ? '' : ' ');
}

const WORDS: Readonly<Record<string, string>> = {
	Mod: 'Mod',
	Shift: 'Shift',
	Escape: 'Esc',
	Enter: 'Enter',
	ArrowUp: '↑',
	ArrowDown: '↓'
};
