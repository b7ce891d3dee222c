import type { SeenMessage } from '../../analysis/seen-message.ts';
import { redactedMessage } from '../../state/redacted-message.ts';
import { hrefOf, type Where } from '../../state/where.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { CommandId } from '../commands/command-table.ts';
import type { Handlers } from '../commands/commands.svelte.ts';
import { type CopiedMessage, markdown, messageText, startLine } from './copy-texts.ts';
import { copying } from './copying.svelte.ts';

interface MessageCopy {
	id: Extract<CommandId, `copy-${string}`>;
	/** As a menu offers it. */
	label: string;
	/** What was copied, as the outcome says it. */
	what: string;
	/** The message has its private values replaced before it is written, and `phone` is a pseudonym. */
	redacted?: true;
	text: (message: CopiedMessage, workbench: Workbench, phone?: string) => string;
}

/** What can be copied of a message: whole ones redacted, single fields as they are. */
export const MESSAGE_COPIES: readonly [MessageCopy, ...MessageCopy[]] = [
	{
		id: 'copy-message',
		label: 'Copy the message, redacted',
		what: 'the message, with numbers, names and secrets replaced',
		redacted: true,
		text: messageText
	},
	{
		id: 'copy-exact',
		label: 'Copy exact',
		what: 'the message exactly as it is, numbers and credentials too',
		text: messageText
	},
	{
		id: 'copy-markdown',
		label: 'Copy as Markdown, redacted',
		what: 'it as Markdown, with numbers, names and secrets replaced',
		redacted: true,
		// A filter, or the id of a call, may tell of people.
		text: (message, workbench, phone) =>
			markdown(message, phone, linkTo(message, workbench, { filter: '', conversation: undefined }))
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
		text: (message, workbench) => linkTo(message, workbench)
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

export function copyOf(copy: MessageCopy, workbench: Workbench): void {
	const { selected } = workbench;
	if (!selected) return;
	if (copy.redacted) copyRedacted(copy, selected, workbench);
	else void copying.copy(copy.what, copy.text(selected, workbench));
}

function copyRedacted({ what, text }: MessageCopy, selected: SeenMessage, workbench: Workbench) {
	const redacted = redactedMessage(selected, workbench.trace);
	const copied = text(redacted, workbench, redacted.phoneName);
	if (redacted.isRedacted(copied)) void copying.copy(what, copied);
	else
		copying.refuse('Not copied: not all of it could be redacted. “Copy exact” copies it as it is');
}

function linkTo(
	{ entry }: CopiedMessage,
	workbench: Workbench,
	change: Partial<Where> = {}
): string {
	const place = workbench.where({ message: entry.seq, ...change });
	return new URL(hrefOf(workbench.trace.header.id, place), location.href).href;
}
