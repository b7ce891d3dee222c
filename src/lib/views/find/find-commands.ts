import type { Workbench } from '../../state/workbench.svelte.ts';
import type { Handlers } from '../commands/commands.svelte.ts';

/** Finding text in what is shown. While the bar is there, it takes the focus itself. */
export function findCommands(workbench: () => Workbench): Handlers {
	const find = () => workbench().find;
	const isEnabled = () => find().hits !== undefined;
	return {
		find: () => (find().isOpen = true),
		'next-hit': { run: () => find().go('next'), isEnabled },
		'previous-hit': { run: () => find().go('previous'), isEnabled }
	};
}
