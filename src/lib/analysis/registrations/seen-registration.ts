import type { Connection } from '../connection.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';
import { SeenAttempt } from './seen-attempt.ts';

/** Of so many attempts, the latest, what they hold is kept as it was read. */
const ATTEMPTS_READ = 8;

/** A registration whose REGISTERs are being followed. */
export class SeenRegistration implements Registration {
	revision = 0;
	readonly id: string;
	readonly addressOfRecord: string;
	readonly instance: string | undefined;
	readonly phone: string | undefined;
	readonly userAgent: UserAgent;
	readonly messages: SeenMessage[] = [];
	readonly attempts: SeenAttempt[] = [];
	inOrder = true;
	readonly competitors: readonly Registration[];
	readonly removals: readonly RegistrationAttempt[];
	/** The latest attempt that is no fetch, by connection. */
	readonly #latest = new Map<Connection | undefined, SeenAttempt>();

	constructor(
		id: string,
		known: Pick<Registration, 'addressOfRecord' | 'instance' | 'phone' | 'userAgent'>,
		competitors: readonly Registration[],
		removals: readonly RegistrationAttempt[]
	) {
		this.id = id;
		this.addressOfRecord = known.addressOfRecord;
		this.instance = known.instance;
		this.phone = known.phone;
		this.userAgent = known.userAgent;
		this.competitors = competitors;
		this.removals = removals;
	}

	get contact(): string | undefined {
		return this.attempts.findLast(({ contact }) => contact !== undefined)?.contact;
	}

	add(message: SeenMessage): void {
		const before = this.messages.at(-1);
		if (before && before.entry.at > message.entry.at) this.inOrder = false;
		this.messages.push(message);
	}

	begin(request: SeenMessage): SeenAttempt {
		const { connection } = request;
		const attempt = new SeenAttempt(request, this.#latest.get(connection));
		const last = this.attempts.at(-1);
		if (last) last.next = attempt;
		this.attempts.at(-ATTEMPTS_READ)?.forgetTexts();
		this.attempts.push(attempt);
		if (request.head.contact !== '') this.#latest.set(connection, attempt);
		return attempt;
	}
}
