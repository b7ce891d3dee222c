import type { PhoneEntry } from '../trace/entry.ts';
import type { Phone } from './phone.ts';

/** Keeps what a trace tells of its phones. A later start may have changed any of it. */
export class Phones {
	readonly byId = new Map<string, Phone>();
	/** How often a phone was named. */
	namings = 0;

	note(entry: PhoneEntry): void {
		if (entry.event !== 'start' || entry.phone === undefined) return;
		const { phone: id, name, addressOfRecord, extension, instance } = entry;
		const known = this.byId.get(id);
		const instances = known?.instances ?? [];
		const firstSeq = known?.firstSeq ?? entry.seq;
		if (instance !== undefined && !instances.includes(instance)) instances.push(instance);
		this.namings++;
		this.byId.set(id, { id, firstSeq, name, addressOfRecord, extension, instances });
	}
}
