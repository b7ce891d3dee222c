import type { Workbench } from '../../state/workbench.svelte.ts';
import { findingsAbout } from '../findings/findings-about.ts';

/** Whether anything is chosen that details can be shown of. */
export function hasDetails(workbench: Workbench): boolean {
	if (workbench.selected) return true;
	if (workbench.view === 'calls' && workbench.conversation) return true;
	return findingsAbout(workbench).findings.length > 0;
}
