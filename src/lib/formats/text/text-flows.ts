import type { Direction, Path } from '../../trace/entry.ts';
import type { End } from '../pcap/flow.ts';
import { other, PhoneEnds } from '../pcap/phone-ends.ts';

interface TextFlow {
	readonly addresses: readonly [string, string];
	readonly phone: End;
	/** Names it: the phone's address first. */
	readonly id: string;
}

/** Tells who sent a message of a text that names addresses, as captures do. */
export class TextFlows {
	readonly #phoneEnds = new PhoneEnds();
	readonly #flows = new Map<string, TextFlow>();

	/** @param text the message, by which the phone of a new flow is found. */
	take(path: Path, text: string): { direction: Direction; connection: string } {
		const { source, destination, transport } = path;
		const key = [transport, ...[source, destination].sort()].join(' ');
		let flow = this.#flows.get(key);
		if (flow === undefined)
			this.#flows.set(key, (flow = this.#flowOf([source, destination], text)));
		const from: End = flow.addresses[0] === source ? 0 : 1;
		return { direction: from === flow.phone ? 'sent' : 'received', connection: flow.id };
	}

	#flowOf(addresses: readonly [string, string], text: string): TextFlow {
		const phone = this.#phoneEnds.decide({ addresses }, 0, text, undefined);
		return { addresses, phone, id: `${addresses[phone]} – ${addresses[other(phone)]}` };
	}
}
