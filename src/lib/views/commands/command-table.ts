/** Where the help sheet tells of a command. */
export const COMMAND_GROUPS = ['Anywhere', 'Views', 'Messages', 'Find and filter'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
	readonly id: string;
	readonly group: CommandGroup;
	/** What it does, as one would ask for it. */
	readonly words: string;
	/**
	 * As `keyOf` names them: `j`, `N`, `?`, `Enter`, `Mod+k`, where `Mod` is Ctrl, or ⌘ on a Mac. The first
	 * is the one that is shown where there is room for one only.
	 */
	readonly keys: readonly string[];
	/** It makes no sense to choose it from the palette. */
	readonly unlisted?: true;
}

/**
 * All that can be done by a key or from the palette. Shortcuts, the help sheet and the palette are made of
 * this table alone; who can do it says so with `provideCommands`. No key is there twice.
 */
export const COMMANDS = [
	{
		id: 'palette',
		group: 'Anywhere',
		words: 'Do anything: all commands',
		keys: ['Mod+k'],
		unlisted: true
	},
	{ id: 'help', group: 'Anywhere', words: 'Show all keys', keys: ['?'] },
	{
		id: 'back',
		group: 'Anywhere',
		words: 'Close, deselect, stop finding, clear the filter',
		keys: ['Escape'],
		unlisted: true
	},
	{ id: 'go-live', group: 'Anywhere', words: 'Go to the live trace', keys: [] },
	{ id: 'go-phones', group: 'Anywhere', words: 'Go to the phones', keys: [] },
	{ id: 'go-traces', group: 'Anywhere', words: 'Go to all traces', keys: [] },
	{ id: 'go-stream', group: 'Anywhere', words: 'Stream from your app', keys: [] },
	{ id: 'go-simulator', group: 'Anywhere', words: 'Go to the simulator', keys: [] },

	{ id: 'show-ladder', group: 'Views', words: 'Show the ladder', keys: ['1'] },
	{ id: 'show-messages', group: 'Views', words: 'Show the messages', keys: ['2'] },
	{ id: 'show-calls', group: 'Views', words: 'Show all calls', keys: ['3'] },
	{ id: 'show-registrations', group: 'Views', words: 'Show the registrations', keys: ['4'] },
	{ id: 'show-findings', group: 'Views', words: 'Show the findings', keys: ['5'] },
	{ id: 'toggle-aside', group: 'Views', words: 'Hide or show calls and instances', keys: ['\\'] },

	{ id: 'export', group: 'Views', words: 'Export the trace, or a part of it', keys: ['e'] },
	{
		id: 'unfold-all',
		group: 'Views',
		words: 'Unfold all of the ladder, or fold it again',
		keys: ['u']
	},
	{
		id: 'restore-lanes',
		group: 'Views',
		words: 'Restore the lanes of the ladder',
		keys: []
	},
	{ id: 'picture', group: 'Views', words: 'Take a picture of the ladder', keys: ['p'] },

	{ id: 'next-message', group: 'Messages', words: 'Select the next message, or call', keys: ['j'] },
	{
		id: 'previous-message',
		group: 'Messages',
		words: 'Select the previous message, or call',
		keys: ['k']
	},
	{
		id: 'open-message',
		group: 'Messages',
		words: 'Go to the details of the message',
		keys: ['Enter']
	},
	{
		id: 'whole-trace',
		group: 'Messages',
		words: 'Leave the call for the whole trace',
		keys: ['w']
	},

	{ id: 'bookmark', group: 'Messages', words: 'Bookmark the message, or no longer', keys: ['b'] },
	{ id: 'note', group: 'Messages', words: 'Write a note on the message', keys: ['a'] },
	{ id: 'next-bookmark', group: 'Messages', words: 'Go to the next bookmark or note', keys: [']'] },
	{
		id: 'previous-bookmark',
		group: 'Messages',
		words: 'Go to the previous bookmark or note',
		keys: ['[']
	},

	{
		id: 'compare-previous',
		group: 'Messages',
		words: 'Compare the message with the one before that is like it',
		keys: ['d']
	},
	{
		id: 'mark-to-compare',
		group: 'Messages',
		words: 'Mark the message, to compare another with it',
		keys: ['m']
	},
	{
		id: 'compare-marked',
		group: 'Messages',
		words: 'Compare the message with the marked one',
		keys: ['D']
	},

	{ id: 'copy-message', group: 'Messages', words: 'Copy the message, redacted', keys: ['y'] },
	{
		id: 'copy-exact',
		group: 'Messages',
		words: 'Copy the message exactly as it is',
		keys: ['x']
	},
	{ id: 'copy-link', group: 'Messages', words: 'Copy a link to the message', keys: ['Y'] },
	{ id: 'copy-call-id', group: 'Messages', words: 'Copy the Call-ID', keys: ['c'] },
	{
		id: 'copy-markdown',
		group: 'Messages',
		words: 'Copy the message as Markdown, redacted',
		keys: []
	},
	{ id: 'copy-start-line', group: 'Messages', words: 'Copy the start line', keys: [] },

	{ id: 'filter', group: 'Find and filter', words: 'Filter messages', keys: ['f'] },
	{
		id: 'saved-filters',
		group: 'Find and filter',
		words: 'Save the filter, or choose a saved one',
		keys: ['F']
	},
	{
		id: 'find',
		group: 'Find and filter',
		words: 'Find text in the messages that are shown',
		keys: ['/', 'Mod+f']
	},
	{ id: 'next-hit', group: 'Find and filter', words: 'Go to the next one found', keys: ['n'] },
	{
		id: 'previous-hit',
		group: 'Find and filter',
		words: 'Go to the previous one found',
		keys: ['N']
	},
	{ id: 'clear-filter', group: 'Find and filter', words: 'Clear the filter', keys: [] }
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

/** The key that is shown for a command; `undefined` where it has none. */
export function firstKeyOf(id: CommandId): string | undefined {
	return COMMANDS.find((command) => command.id === id)?.keys[0];
}
