import type { Entry } from '../../trace/entry.ts';

/** What ladders of this page draw between the messages, whichever of them is looked at. */
class LadderOptions {
	/** What sockets, phones and people did. */
	events = $state(true);
	/** Every step of ICE and DTLS; without, only what matters when something is not heard. */
	media = $state(false);

	shows(entry: Entry): boolean {
		switch (entry.kind) {
			case 'message':
			case 'loss':
				return true;
			case 'socket':
			case 'phone':
				return this.events;
			case 'media':
				return this.media || (this.events && isMilestone(entry));
		}
	}
}

/** Media that flows, or fails to. */
function isMilestone(entry: Entry & { kind: 'media' }): boolean {
	if (entry.event === 'stats') return false;
	if (entry.state === 'failed' || entry.state === 'disconnected') return true;
	return entry.event === 'connection' && entry.state === 'connected';
}

export const ladderOptions = new LadderOptions();
