import type { OpenTrace } from '../open-trace.svelte.ts';
import type { Where } from '../where.ts';
import { Workbench } from '../workbench.svelte.ts';

/** A workbench whose place is kept here, since a stage has no URL. */
export class StagedWorkbench {
	where = $state.raw<Where>() as Where;
	readonly workbench: Workbench;

	constructor(trace: OpenTrace, where: Where) {
		this.where = where;
		this.workbench = new Workbench(
			trace,
			() => this.where,
			(place) => (this.where = place)
		);
	}
}
