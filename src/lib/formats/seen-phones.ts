import type { Entry, Vantage } from '../trace/entry.ts';

/** What entries told of those that saw them: for formats that name a phone beside each message. */
export class SeenPhones {
	readonly #names = new Map<string, string>();
	readonly #urls = new Map<string, string>();

	/** Takes entries in their order. */
	take(entry: Entry): void {
		if (entry.kind === 'phone' && entry.event === 'start' && entry.phone !== undefined) {
			this.#names.set(entry.phone, entry.name);
		} else if (entry.kind === 'socket' && entry.event === 'connecting') {
			this.#urls.set(entry.connection ?? '', entry.url);
		}
	}

	/** As the person called it; `undefined` where the trace does not tell. */
	nameOf({ phone }: Vantage): string | undefined {
		return phone === undefined ? undefined : this.#names.get(phone);
	}

	/** Where the connection leads: `wss://sip.example.com:8083`. */
	urlOf({ connection }: Vantage): string | undefined {
		return this.#urls.get(connection ?? '');
	}
}

/** The connection that something was seen on, or what stands for it where none is told. */
export function connectionOf({ connection, instance, phone }: Vantage): string {
	return connection ?? instance ?? phone ?? '';
}
