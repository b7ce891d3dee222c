import { wordsOf } from './words.ts';

/** `a=group:BUNDLE 0 1` (RFC 5888 §5): sections that belong together, by their `a=mid`. */
export interface SdpGroup {
	/** `BUNDLE`: over one transport (RFC 9143). */
	semantics: string;
	mids: string[];
}

/** A BUNDLE group may name nothing: then nothing is bundled. */
export function parseGroup(value: string): SdpGroup | undefined {
	const [semantics, ...mids] = wordsOf(value);
	return semantics === undefined ? undefined : { semantics, mids };
}

export function parseMid(value: string): string | undefined {
	return /^\S+$/.test(value) ? value : undefined;
}
