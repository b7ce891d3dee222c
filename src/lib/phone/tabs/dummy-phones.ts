import type { PhoneSnapshot } from '../phone-snapshot.ts';
import { DummyPhone } from './dummy-phone.ts';

/** The dummies of all phones that another tab runs. A phone keeps its dummy for as long as it is there. */
export class DummyPhones {
	list: readonly DummyPhone[] = [];

	/** By the id of its profile. */
	of(profile: string): DummyPhone | undefined {
		return this.list.find((dummy) => dummy.profile.id === profile);
	}

	/** @param snapshots as the real tab told them; `undefined` where nobody is real */
	update(snapshots: readonly PhoneSnapshot[] | undefined): void {
		if (!snapshots) return this.list.forEach((dummy) => dummy.lapse());
		this.list = snapshots.map((snapshot) => {
			const dummy = this.of(snapshot.profile.id);
			dummy?.update(snapshot);
			return dummy ?? new DummyPhone(snapshot);
		});
	}

	clear(): void {
		this.list = [];
	}
}
