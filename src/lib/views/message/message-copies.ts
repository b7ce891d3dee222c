import type { SeenMessage } from '../../analysis/seen-message.ts';
import { hrefOf } from '../../state/where.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { CommandId } from '../commands/command-table.ts';
import type { Handlers } from '../commands/commands.svelte.ts';
import { markdown, messageText, startLine } from './copy-texts.ts';
import { copying } from './copying.svelte.ts';

interface MessageCopy {
	id: Extract<CommandId, `copy-${string}`>;
	/** As a menu offers it. */
	label: string;
	/** What was copied, as the outcome says it. */
	what: string;
	text: (message: SeenMessage, workbench: Workbench) => string;
}

/** What can be copied of a message. Nothing is left out or changed, and that is said. */
export const MESSAGE_COPIES: readonly [MessageCopy, ...MessageCopy[]] = [
	{
		id: 'copy-message',
		label: 'Copy the message',
		what: 'the whole message as it is, numbers and credentials too',
		text: messageText
	},
	{
		id: 'copy-markdown',
		label: 'Copy as Markdown',
		what: 'it as Markdown, as it is, numbers and credentials too',
		text: (message, workbench) =>
			markdown(message, phoneOf(message, workbench), linkTo(message, workbench))
	},
	{ id: 'copy-start-line', label: 'Copy the start line', what: 'the start line', text: startLine },
	{
		id: 'copy-call-id',
		label: 'Copy the Call-ID',
		what: 'the Call-ID',
		text: ({ head }) => head.callId
	},
	{
		id: 'copy-link',
		label: 'Copy a link to it',
		what: 'the link, which works in this browser',
		text: linkTo
	}
];

/** What keys and the palette can copy of the selected message. */
export function copyCommands(workbench: () => Workbench): Handlers {
	return Object.fromEntries(
		MESSAGE_COPIES.map((one) => [
			one.id,
			{
				run: () => copyOf(one, workbench()),
				isEnabled: () => workbench().selected !== undefined
			}
		])
	);
}

export function copyOf({ what, text }: MessageCopy, workbench: Workbench): void {
	const { selected } = workbench;
	if (selected) void copying.copy(what, text(selected, workbench));
}

function phoneOf({ entry }: SeenMessage, { trace }: Workbench): string | undefined {
	return entry.phone === undefined ? undefined : trace.analysis.phones.get(entry.phone)?.name;
}

function linkTo({ entry }: SeenMessage, workbench: Workbench): string {
	const place = workbench.where({ message: entry.seq });
	return new URL(hrefOf(workbench.trace.header.id, place), location.href).href;
}
