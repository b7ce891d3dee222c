import type { Workbench } from '../../state/workbench.svelte.ts';
import type { Handlers } from '../commands/commands.svelte.ts';
import { nextAnnotated } from './next-annotated.ts';
import { noteEditing } from './note-editing.svelte.ts';

/** What can be done with bookmarks and notes. */
export function annotationCommands(workbench: () => Workbench): Handlers {
	const selected = () => workbench().selected?.entry.seq;
	const ofSelected = (run: (seq: number) => void) => ({
		run: () => {
			const seq = selected();
			if (seq !== undefined) run(seq);
		},
		isEnabled: () => selected() !== undefined
	});
	const walk = (direction: 'next' | 'previous') => () => {
		const { list } = workbench().trace.annotations;
		const next = nextAnnotated(list, selected(), direction);
		if (next !== undefined) workbench().follow(next);
	};
	return {
		bookmark: ofSelected((seq) => workbench().trace.annotations.toggleBookmark(seq)),
		note: ofSelected((seq) => (noteEditing.seq = seq)),
		'next-bookmark': walk('next'),
		'previous-bookmark': walk('previous')
	};
}
