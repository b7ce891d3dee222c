import { previousAlike } from '../../analysis/previous-alike.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { Handlers } from '../commands/commands.svelte.ts';

/** What the selected message would be compared with, unless another is marked. */
export function previousOf({ selected, trace }: Workbench): SeenMessage | undefined {
	return selected && previousAlike(selected, trace.analysis.messages);
}

/** What keys do about comparing. */
export function diffCommands(workbench: () => Workbench): Handlers {
	return {
		'compare-previous': {
			run: () => workbench().compareWith(previousOf(workbench())?.entry.seq),
			isEnabled: () => previousOf(workbench()) !== undefined
		},
		'mark-to-compare': {
			run: () => workbench().markToCompare(),
			isEnabled: () => workbench().selected !== undefined
		},
		'compare-marked': {
			run: () => workbench().compareWith(workbench().marked?.entry.seq),
			isEnabled: () => canCompareMarked(workbench())
		}
	};
}

/** Something is marked, and something else selected. */
export function canCompareMarked({ marked, selected }: Workbench): boolean {
	return marked !== undefined && selected !== undefined && marked !== selected;
}
