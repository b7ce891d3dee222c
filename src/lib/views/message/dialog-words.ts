import type { Connection } from '../../analysis/connection.ts';
import type { Dialog, DialogEnd } from '../../analysis/dialogs/dialog.ts';
import { dialogState } from '../../analysis/dialogs/dialog-state.ts';
import { dialogInterruptionsOf } from '../../analysis/interruptions.ts';
import type { Instant } from '../../trace/instant.ts';

const ENDS: Readonly<Record<DialogEnd['reason'], string>> = {
	bye: 'ended by BYE',
	refused: 'never confirmed',
	'lost by the peer': 'unknown to the other side',
	'subscription ended': 'ended with its subscription'
};

/**
 * `confirmed`, `ended by BYE`, `confirmed, connection lost`; where the call forked also which of its
 * dialogs: `early, 2 of 3`.
 * @param connections of the analysis
 */
export function describeDialog(
	dialog: Dialog,
	connections: readonly Connection[],
	now: Instant
): string {
	const { name } = dialogState(dialog, now);
	const state = name === 'terminated' && dialog.end ? ENDS[dialog.end.reason] : name;
	const siblings = dialog.call?.dialogs ?? [];
	const which = siblings.length < 2 ? '' : `${siblings.indexOf(dialog) + 1} of ${siblings.length}`;
	return [state, lossOf(dialog, connections, now), which].filter(Boolean).join(', ');
}

function lossOf(dialog: Dialog, connections: readonly Connection[], now: Instant): string {
	const last = dialogInterruptionsOf(dialog, connections, now).at(-1);
	if (last === undefined) return '';
	return last.resumedWith ? 'resumed on another connection' : 'connection lost';
}
