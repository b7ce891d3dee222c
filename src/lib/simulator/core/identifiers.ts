/**
 * The edge's identifiers, in the shapes that RingCentral's have. The SDK reads some of them with
 * narrow patterns: `s-[0-9a-fz]+` for a session, `p-[0-9a-fz]+-\d` for a party.
 */
export class Identifiers {
	#random: () => number;
	#address: string;
	#cseq: number;

	constructor(random: () => number, address: string) {
		this.#random = random;
		this.#address = address;
		// The SDK matches replies by the number alone and counts from below 10,000 itself.
		this.#cseq = 218_000_000 + this.below(900_000);
	}

	cseq(): number {
		return ++this.#cseq;
	}

	callId(): string {
		return this.hex(32);
	}

	branch(): string {
		return `z9hG4bK${this.#letters(13)}`;
	}

	/** The tag of a dialog: `10.13.22.241-5070-4b7881ea-95b4-47d1`. */
	tag(): string {
		return `${this.#address}-5070-${this.hex(8)}-${this.hex(4)}-${this.hex(4)}`;
	}

	/** The tag in answers outside a call: six characters. */
	shortTag(): string {
		return this.#letters(6);
	}

	nonce(): string {
		return this.#letters(32);
	}

	/** RingCentral's number of a call, as in the P-rc header's `SID`. */
	sid(): string {
		return `35464${String(this.below(1_000_000_000)).padStart(9, '0')}`;
	}

	/** A GUID in braces, as in the P-rc header's `Req`. */
	request(): string {
		const hex = this.hex(32).toUpperCase();
		const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
		return `{${parts.join('-')}-${hex.slice(20)}}`;
	}

	hex(length: number): string {
		return this.#draw(length, '0123456789abcdef');
	}

	/** A whole number from 0 up to, not including, `limit`. */
	below(limit: number): number {
		return Math.floor(this.#random() * limit);
	}

	#letters(length: number): string {
		return this.#draw(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
	}

	#draw(length: number, alphabet: string): string {
		let text = '';
		while (text.length < length) text += alphabet[this.below(alphabet.length)];
		return text;
	}
}
