import type { Finding } from '../../analysis/rules/finding.ts';
import { worstFirst } from '../../analysis/rules/finding-index.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import { alarmsOf } from './alarms.ts';

/** What there is to say where something is looked at. */
export interface FindingsAbout {
	findings: readonly Finding[];
	/** What they are about. */
	place: 'call' | 'message';
}

/**
 * All that is known of the call that is looked at, the worst first: the same with each of its messages, so
 * that nothing moves from one to the next, but for what went wrong with the selected one itself.
 */
export function findingsAbout({ selected, conversation, trace, view }: Workbench): FindingsAbout {
	const place = selected ? selected.call?.conversation : conversation;
	const own = selected === undefined ? [] : trace.findings.at(selected.entry.seq);
	// Beside the list of all they would be told twice.
	if (view === 'findings' || place === undefined)
		return { findings: view === 'findings' ? [] : own, place: 'message' };
	const all = worstFirst([...own, ...trace.findings.ofConversation(place)]);
	return { findings: [...new Set([...alarmsOf(own), ...all])], place: 'call' };
}
