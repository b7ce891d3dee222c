import type { Account } from '../accounts.ts';
import type { Outbox } from './transaction/outbox.ts';

export type Proxy = 'primary' | 'backup';

/** One WebSocket to a phone, as the core knows it. */
export interface Connection {
	readonly id: string;
	/** Which of the two proxies that a `sipInfo` names the phone dialled. */
	readonly proxy: Proxy;
	open: boolean;
	readonly outbox: Outbox;
	/** The challenges given to this connection and not used yet, each with when its time is over. */
	readonly nonces: Map<string, number>;
	/** Who proved, by a digest on this very connection, to be whom. */
	account?: Account;
	/** The instance that registered last over it. */
	instance?: string;
}
