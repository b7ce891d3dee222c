import type { Connection } from '../connection.ts';
import type { Exchange } from '../transaction/exchange.ts';
import type { Leg } from './leg.ts';

/** All legs that live, by their Call-ID. */
export class Legs {
	#legs = new Map<string, Leg>();

	add(leg: Leg): void {
		this.#legs.set(leg.callId, leg);
	}

	remove(leg: Leg): void {
		this.#legs.delete(leg.callId);
	}

	get(callId: string): Leg | undefined {
		return this.#legs.get(callId);
	}

	get count(): number {
		return this.#legs.size;
	}

	/** The leg that a request belongs to, where who asks may speak for it. */
	of({ callId, connection }: Exchange): Leg | undefined {
		const leg = this.#legs.get(callId);
		const mayAsk = leg?.connection === connection || leg?.account === connection.account;
		return mayAsk ? leg : undefined;
	}

	all(): Leg[] {
		return [...this.#legs.values()];
	}

	on(connection: Connection): Leg[] {
		return this.all().filter((leg) => leg.connection === connection);
	}
}
