import { LoadPhone } from './load-phone.ts';
import { loadAccounts } from './server-under-load.ts';

/** How much is asked of a server, and for how long. */
export interface LoadPlan {
	phones: number;
	/** Between two refreshes of the same phone. */
	refreshSeconds: number;
	callsPerSecond: number;
	/** From the callee's answer to the caller's BYE, in milliseconds. */
	talk: number;
	seconds: number;
}

/** Phones that connect at the same time; a server's backlog holds as many. */
const AT_ONCE = 250;

/** Many phones, registered with one server. */
export class Load {
	#phones: LoadPhone[];

	private constructor(phones: LoadPhone[]) {
		this.#phones = phones;
	}

	/** Connects and registers phones, half of which will call the other half. */
	static async register(url: string, phones: number): Promise<Load> {
		const registered: LoadPhone[] = [];
		const accounts = loadAccounts(phones);
		while (accounts.length > 0) {
			const group = accounts.splice(0, AT_ONCE).map(async (account) => {
				const phone = await LoadPhone.connect(url, account);
				await phone.register();
				return phone;
			});
			registered.push(...(await Promise.all(group)));
		}
		return new Load(registered);
	}

	/** Refreshes and calls at an even pace. Rejects where one of them fails. */
	async run({ refreshSeconds, callsPerSecond, talk, seconds }: LoadPlan): Promise<void> {
		const refreshes = (this.#phones.length / refreshSeconds) * seconds;
		await Promise.all([
			evenly(refreshes, seconds, (index) => this.#phone(index).register()),
			evenly(callsPerSecond * seconds, seconds, (index) => this.#call(index, talk))
		]);
	}

	/** Unregisters and closes all. */
	async leave(): Promise<void> {
		await Promise.all(
			this.#phones.map(async (phone) => {
				await phone.register(0);
				await phone.close();
			})
		);
	}

	async #call(index: number, talk: number): Promise<void> {
		const [caller, callee] = [this.#phone(2 * index), this.#phone(2 * index + 1)];
		const confirmed = new Promise<void>((resolve) => (callee.onconfirmed = resolve));
		const dialog = await caller.call(callee.account.extension);
		await confirmed;
		await pause(talk);
		await caller.hangUp(dialog);
	}

	#phone(index: number): LoadPhone {
		return this.#phones[index % this.#phones.length] as LoadPhone;
	}
}

/** Begins `times` tasks, one after another over so many seconds, and waits for the last to end. */
async function evenly(
	times: number,
	seconds: number,
	task: (index: number) => Promise<void>
): Promise<void> {
	const startedAt = performance.now();
	const tasks: Promise<void>[] = [];
	for (let index = 0; index < times; index++) {
		await pause(startedAt + (index / times) * seconds * 1000 - performance.now());
		tasks.push(task(index));
	}
	await Promise.all(tasks);
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
