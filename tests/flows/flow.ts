import type { Entry } from '../../src/lib/trace/entry.ts';
import { type Instant, MILLISECOND } from '../../src/lib/trace/instant.ts';
import { Compose } from './compose.ts';
import { type ElementName, elementOf } from './element.ts';
import { type FlowMessage, printFlowMessage } from './message.ts';
import { parseScript } from './script.ts';

const BEGINNING: Instant = 1_780_000_000_000_000;
const STEP = 20 * MILLISECOND;

/** One message of a flow on its way. */
interface Hop {
	at: Instant;
	from: string;
	to: string;
	message: FlowMessage;
}

/** A flow played: what each of its elements saw. */
export class Flow {
	readonly #hops: Hop[] = [];

	constructor(script: string) {
		const compose = new Compose();
		let at = BEGINNING;
		for (const step of parseScript(script)) {
			if ('wait' in step) {
				at += step.wait * MILLISECOND;
				continue;
			}
			const message = compose.next(step);
			this.#hops.push({ at, from: step.from, to: step.to, message });
			at += STEP;
		}
	}

	/** The entries of a capture on that element's interface, which is one connection. */
	seenBy(name: ElementName): Entry[] {
		const { host } = elementOf(name);
		return this.#hops
			.filter(({ from, to }) => from === name || to === name)
			.map(({ at, from, message }, seq) => ({
				kind: 'message',
				seq,
				at,
				connection: host,
				direction: from === name ? 'sent' : 'received',
				text: printFlowMessage(message)
			}));
	}
}
