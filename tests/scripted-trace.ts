import type { Entry, Unstamped } from '../src/lib/trace/entry.ts';
import { type Instant, MILLISECOND } from '../src/lib/trace/instant.ts';
import { ScriptedPhone, type ScriptedPhoneOptions } from './scripted-phone.ts';

/** A trace written by hand, for tests: phones that act by a script on a clock of its own. */
export class ScriptedTrace {
	readonly entries: Entry[] = [];
	#now: Instant = 1_780_000_000_000_000;
	#numbers = 0;

	get now(): Instant {
		return this.#now;
	}

	phone(name: string, extension: string, options: ScriptedPhoneOptions = {}): ScriptedPhone {
		return new ScriptedPhone(this, name, extension, options);
	}

	wait(milliseconds: number): void {
		this.#now += milliseconds * MILLISECOND;
	}

	record(entry: Unstamped): void {
		this.entries.push({ ...entry, seq: this.entries.length, at: this.#now });
	}

	/** A number that this trace has not used yet. */
	next(): number {
		return this.#numbers++;
	}
}
