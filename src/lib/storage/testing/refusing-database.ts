import type { Connection, Database } from '../database.ts';

/**
 * A real database whose writing transactions end, while `refusal` is set, as Chromium ends one that
 * it has no room for: aborted, with that as the transaction's error.
 */
export class RefusingDatabase implements Database {
	refusal: DOMException | undefined;
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async connection(): Promise<Connection> {
		const connection = await this.#database.connection();
		const transaction = (...[stores, mode, options]: Parameters<Connection['transaction']>) => {
			const real = connection.transaction(stores, mode, options);
			const { refusal } = this;
			if (!refusal || mode !== 'readwrite') return real;
			queueMicrotask(() => real.abort());
			return replacing(real, 'done', refused(real.done, refusal));
		};
		return replacing(connection, 'transaction', transaction as Connection['transaction']);
	}

	close(): void {
		this.#database.close();
	}
}

function replacing<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): T {
	return new Proxy(target, {
		get: (from, key) => (key === name ? value : Reflect.get(from, key, from))
	});
}

async function refused(done: Promise<void>, refusal: DOMException): Promise<void> {
	await done.catch(() => {
		throw refusal;
	});
}
