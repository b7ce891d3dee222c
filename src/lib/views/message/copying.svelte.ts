/** How long it is said what came of it, in milliseconds. */
const SAID_FOR = 4_000;

/** What was copied last, and what came of it. */
class Copying {
	/** In words; `''` when it has been said long enough. */
	outcome = $state('');
	refused = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param what it is, as in `the Call-ID` */
	async copy(what: string, text: string): Promise<void> {
		this.refused = await navigator.clipboard.writeText(text).then(
			() => false,
			() => true
		);
		this.#say(this.refused ? 'The browser refused to copy' : `Copied ${what}`);
	}

	/** @param why it was not copied, in words */
	refuse(why: string): void {
		this.refused = true;
		this.#say(why);
	}

	#say(outcome: string): void {
		this.outcome = outcome;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.outcome = ''), SAID_FOR);
	}
}

export const copying = new Copying();
