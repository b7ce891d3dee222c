import { textOfOctets } from '../../sip/wire.ts';

/** RFC 4648 §4. */
export function base64(bytes: Uint8Array): string {
	return btoa(textOfOctets(bytes));
}

/** What base64 stands for; `undefined` where the text is none. */
export function bytesOf(text: string): Uint8Array | undefined {
	try {
		return Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
	} catch {
		return undefined;
	}
}
