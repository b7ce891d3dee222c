import type { Replacement } from './pseudonyms/pseudonyms.ts';
import type { PrivateKind } from './replacer.ts';

/** What was replaced of one kind, for a preview. */
export interface KindSummary {
	readonly kind: PrivateKind;
	/** For people, in the plural: `phone numbers`. */
	readonly words: string;
	readonly count: number;
	/** The first few. */
	readonly examples: readonly Replacement[];
}

/** The order in which people look for them. */
const WORDS: Readonly<Record<PrivateKind, string>> = {
	number: 'phone numbers',
	extension: 'extensions',
	user: 'user names',
	name: 'names',
	ip: 'IP addresses',
	host: 'host names',
	password: 'passwords',
	digest: 'nonces and digests',
	key: 'SRTP, ICE and DTLS secrets',
	token: 'tokens',
	instance: 'instance ids'
};

/** What was replaced, by kind; kinds of which nothing was are left out. */
export function summarise(replacements: Iterable<Replacement>, examples = 3): KindSummary[] {
	const byKind = new Map<PrivateKind, Replacement[]>();
	for (const replacement of replacements) {
		const same = byKind.get(replacement.kind) ?? [];
		byKind.set(replacement.kind, same);
		same.push(replacement);
	}
	return (Object.keys(WORDS) as PrivateKind[]).flatMap((kind) => {
		const all = byKind.get(kind);
		if (all === undefined) return [];
		return [{ kind, words: WORDS[kind], count: all.length, examples: all.slice(0, examples) }];
	});
}
