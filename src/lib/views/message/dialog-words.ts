import type { Dialog, DialogEnd } from '../../analysis/dialogs/dialog.ts';
import { dialogState } from '../../analysis/dialogs/dialog-state.ts';
import type { Instant } from '../../trace/instant.ts';

const ENDS: Readonly<Record<DialogEnd['reason'], string>> = {
	bye: 'ended by BYE',
	refused: 'never confirmed',
	'lost by the peer': 'unknown to the other side',
	'subscription ended': 'ended with its subscription'
};

/** `confirmed`, `ended by BYE`; where the call forked also which of its dialogs: `early, 2 of 3`. */
export function describeDialog(dialog: Dialog, now: Instant): string {
	const { name } = dialogState(dialog, now);
	const state = name === 'terminated' && dialog.end ? ENDS[dialog.end.reason] : name;
	const siblings = dialog.call?.dialogs ?? [];
	if (siblings.length < 2) return state;
	return `${state}, ${siblings.indexOf(dialog) + 1} of ${siblings.length}`;
}
