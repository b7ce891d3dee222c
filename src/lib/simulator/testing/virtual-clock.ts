interface Timer {
	at: number;
	task: () => void;
}

/** Time that passes when a test says so. */
export class VirtualClock {
	#now = Date.UTC(2026, 0, 5, 9, 30);
	#timers = new Set<Timer>();

	now = (): number => this.#now;

	schedule = (delay: number, task: () => void): (() => void) => {
		const timer = { at: this.#now + delay, task };
		this.#timers.add(timer);
		return () => this.#timers.delete(timer);
	};

	get pending(): number {
		return this.#timers.size;
	}

	/** Runs what falls due, in order, with all that follows from it. */
	async advance(milliseconds: number): Promise<void> {
		const until = this.#now + milliseconds;
		await settled();
		for (let next = this.#due(until); next; next = this.#due(until)) {
			this.#timers.delete(next);
			this.#now = next.at;
			next.task();
			await settled();
		}
		this.#now = until;
	}

	#due(until: number): Timer | undefined {
		const due = [...this.#timers].filter(({ at }) => at <= until);
		return due.sort((a, b) => a.at - b.at)[0];
	}
}

/** All promises that can settle have settled. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
