import type { End, Party } from '../call/conversation.ts';
import type { MediaEndpoint } from '../media.ts';

/** A telephone outside of the company: it answers at once and plays back what it hears. */
export class PublicNetwork implements End {
	readonly party: Party;

	constructor(number: string) {
		this.party = { name: number, number };
	}

	voiceFor(listener: MediaEndpoint): MediaEndpoint {
		return listener;
	}

	release(): void {}
}
