import { VIEWS, type View } from '../../state/where.ts';

export type Shortcut =
	| { do: 'filter' | 'deselect' }
	| { do: 'show'; view: View }
	/** Of the selected message. */
	| { do: 'bookmark' | 'note' }
	/** From one annotated message to another. */
	| { do: 'walk'; direction: 'next' | 'previous' };

const KEYS: Readonly<Record<string, Shortcut>> = {
	'/': { do: 'filter' },
	Escape: { do: 'deselect' },
	b: { do: 'bookmark' },
	n: { do: 'note' },
	'[': { do: 'walk', direction: 'previous' },
	']': { do: 'walk', direction: 'next' }
};

/** The key that shows a view: `1` to `5`. */
export function keyOf(view: View): string {
	return String(VIEWS.indexOf(view) + 1);
}

/** What a key does on the workbench; nothing while it is someone else's: a field's, a dialog's, a menu's. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
	if (event.target instanceof Element && event.target.closest(KEEPS_ITS_KEYS)) return undefined;
	if (Object.hasOwn(KEYS, event.key)) return KEYS[event.key];
	const view = VIEWS.find((one) => keyOf(one) === event.key);
	return view && { do: 'show', view };
}

const KEEPS_ITS_KEYS =
	'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=separator], [data-popover-content]';
