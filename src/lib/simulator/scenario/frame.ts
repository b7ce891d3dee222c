import { parseMessage } from '../../sip/message.ts';
import { changedMessage } from './changed-message.ts';
import type { Change, Step } from './step-schema.ts';

/** A frame on its way between a phone and the edge, and what the rules have made of it. */
export class Frame {
	text: string;
	isDropped = false;
	/** Milliseconds. */
	delay = 0;
	copies = 1;
	isSwapped = false;

	constructor(text: string) {
		this.text = text;
	}

	/** Does what a step says of the message itself. */
	take(step: Step): void {
		// The edge does not see what was answered for it.
		if ('drop' in step || 'answer' in step) this.isDropped = true;
		if ('delay' in step) this.delay += step.delay;
		if ('repeat' in step) this.copies += step.repeat;
		if ('swap' in step) this.isSwapped = true;
		if ('change' in step) this.#change(step.change);
	}

	#change(change: Change): void {
		const message = parseMessage(this.text);
		if (message.kind !== 'unreadable') this.text = changedMessage(message, change);
	}
}
