import { COMMANDS, type CommandId } from './command-table.ts';
import { keyOf } from './key-name.ts';

const BY_KEY: ReadonlyMap<string, CommandId> = new Map(
	COMMANDS.flatMap(({ id, keys }) => keys.map((key): [string, CommandId] => [key, id]))
);

/** Which command a key press asks for; none while it is someone else's: a field's, a dialog's, a menu's. */
export function commandOf(event: KeyboardEvent): CommandId | undefined {
	if (event.defaultPrevented || event.isComposing) return undefined;
	const key = keyOf(event, isMac());
	const id = key === undefined ? undefined : BY_KEY.get(key);
	if (id === undefined || key === undefined || !(event.target instanceof Element)) return id;
	// With Ctrl or ⌘ nothing is typed.
	const keeper = key.startsWith('Mod+') ? KEEPS_ALL_KEYS : KEEPS_ITS_KEYS;
	if (event.target.closest(keeper)) return undefined;
	return key === 'Enter' && event.target.closest(DOES_SOMETHING) ? undefined : id;
}

export function isMac(): boolean {
	return /Mac|iPhone|iPad/.test(navigator.platform);
}

const KEEPS_ALL_KEYS = '[role=dialog], [role=menu]';
const KEEPS_ITS_KEYS = `input, textarea, select, [contenteditable], [role=separator], [data-popover-content], ${KEEPS_ALL_KEYS}`;
/** Enter is theirs. */
const DOES_SOMETHING = 'a, button, summary, [role=button], [role=tab]';
