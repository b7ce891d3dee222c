import type { End } from '../call/conversation.ts';

/** Voicemail, a parking place, nobody yet: the other end stays until it has enough of it. */
export class Unattended implements End {
	voiceFor(): undefined {
		return undefined;
	}

	release(): void {}
}
