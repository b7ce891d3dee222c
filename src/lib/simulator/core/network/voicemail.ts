import type { End } from '../call/conversation.ts';
import type { Sound } from '../sounds.ts';
import { VOICEMAIL_GREETING } from '../sounds.ts';

/** Nobody answered: the caller may leave a message, and stays until it has enough of it. */
export class Voicemail implements End {
	readonly hasAnswered = true;
	readonly isMachine = true;

	voiceFor(): Sound {
		return VOICEMAIL_GREETING;
	}

	release(): void {}
}
