import type { Entry } from '../../trace/entry.ts';

/** What ladders of this page draw between the messages, whichever of them is looked at. */
class LadderOptions {
	/** What sockets, phones and media did. */
	events = $state(true);

	/** What is missing is never left out. */
	shows({ kind }: Entry): boolean {
		return this.events || kind === 'message' || kind === 'loss';
	}
}

export const ladderOptions = new LadderOptions();
