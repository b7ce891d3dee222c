import type { Directory, Extension } from './directory.ts';

/**
 * Whose token a JWT or a code asks for. Any will do: `102` or a direct number names its extension,
 * and so does a JWT whose payload has it as `ext` or `sub`; all others get the first extension.
 *
 * @returns undefined where it names an extension that is not there
 */
export function extensionOf(directory: Directory, credential: string): Extension | undefined {
	if (/^\+?\d{1,15}$/.test(credential)) return directory.find(credential);
	const { ext, sub } = payloadOf(credential);
	if (isNumber(ext)) return directory.find(String(ext));
	// The subject of RingCentral's own JWTs is an id that means nothing here.
	return (isNumber(sub) && directory.find(String(sub))) || directory.extensions[0];
}

function isNumber(value: unknown): value is string | number {
	return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** The claims of a JWT (RFC 7519 §3), unverified; none where it is not one. */
function payloadOf(credential: string): { ext?: unknown; sub?: unknown } {
	const payload = credential.split('.')[1];
	if (payload === undefined) return {};
	try {
		const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
		return typeof claims === 'object' && claims !== null ? claims : {};
	} catch {
		// A code may have a dot in it.
		return {};
	}
}
