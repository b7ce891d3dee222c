/** RFC 4648 §4. */
export function base64(bytes: Uint8Array): string {
	let octets = '';
	for (let at = 0; at < bytes.length; at += CHUNK) {
		octets += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	}
	return btoa(octets);
}

/** What base64 stands for; `undefined` where the text is none. */
export function bytesOf(text: string): Uint8Array | undefined {
	try {
		return Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
	} catch {
		return undefined;
	}
}

/** As many arguments as any engine takes at once. */
const CHUNK = 8192;
