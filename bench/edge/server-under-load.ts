import { accountOf, type Account } from '../../src/lib/simulator/accounts.ts';

/** A SIP server in processes of its own, as a load sees it. */
export interface ServerUnderLoad {
	/** `ws://127.0.0.1:8080/sip` */
	url: string;
	/** Seconds of a core that it has used so far. */
	cpuSeconds(): Promise<number>;
	stop(): Promise<void>;
}

const FIRST_EXTENSION = 2000;

/** The accounts of a load: extension 2000 and up. kamailio.cfg knows them by the same rule. */
export function loadAccounts(count: number): Account[] {
	return Array.from({ length: count }, (_, index) =>
		accountOf({ extension: String(FIRST_EXTENSION + index), password: 'secret' })
	);
}
