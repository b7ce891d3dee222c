import type { Leak } from '../../redaction/leak-scan.ts';
import type { Replacement } from '../../redaction/redactor.ts';
import { MILLISECOND, type Instant } from '../../trace/instant.ts';
import { formatCount } from '../time/size-format.ts';

type Kind = Replacement['kind'];

/** What was replaced, of which there is one, or several. */
const KINDS: Readonly<Record<Kind, readonly [one: string, several: string]>> = {
	number: ['phone number', 'phone numbers'],
	extension: ['extension', 'extensions'],
	user: ['user name', 'user names'],
	name: ['name', 'names'],
	host: ['host', 'hosts'],
	ip: ['IP address', 'IP addresses'],
	password: ['password', 'passwords'],
	digest: ['digest value', 'digest values'],
	key: ['key of SRTP or ICE', 'keys of SRTP and ICE'],
	token: ['token', 'tokens'],
	instance: ['device id', 'device ids']
};

export function kindWords(kind: Kind, count: number): string {
	const [one, several] = KINDS[kind];
	return `${formatCount(count)} ${count === 1 ? one : several}`;
}

export interface KindOfReplacement {
	readonly kind: Kind;
	readonly count: number;
	readonly examples: readonly Replacement[];
}

/** How many of each kind, in the order in which they are told, with the first few of them. */
export function kindsOf(
	replacements: readonly Replacement[],
	examples: number
): KindOfReplacement[] {
	const kinds = Object.keys(KINDS) as Kind[];
	return kinds
		.map((kind) => {
			const own = replacements.filter((one) => one.kind === kind);
			return { kind, count: own.length, examples: own.slice(0, examples) };
		})
		.filter(({ count }) => count > 0);
}

/** What came of a redacted export. */
export function verdictWords(originals: number): string {
	if (originals === 0) return 'There was nothing to replace.';
	if (originals === 1) return 'Nothing of the one original is left.';
	return `Nothing of ${formatCount(originals)} originals is left.`;
}

/**
 * As a file is called: a redacted one by when its trace began, since names of traces tell of people.
 *
 * @param extension with its dot
 */
export function fileNameOf(
	{ name, createdAt }: { name: string; createdAt: Instant },
	extension: string,
	redacted: boolean
): string {
	if (redacted) return `trace-${stampOf(createdAt)}-redacted${extension}`;
	const plain = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${plain || 'trace'}${extension}`;
}

/** `2026-11-24-203512`, in UTC: the file may be read anywhere. */
function stampOf(at: Instant): string {
	const [date = '', time = ''] = new Date(at / MILLISECOND).toISOString().split('T');
	return `${date}-${time.slice(0, 8).replaceAll(':', '')}`;
}

/** What of them is left, by their kinds: the originals themselves are not for a screen that one shows. */
export function leakWords(leaks: readonly Leak[]): string {
	const kinds = [...new Set(leaks.map(({ kind }) => kind))].map((kind) =>
		kindWords(kind, leaks.filter((leak) => leak.kind === kind).length)
	);
	return `it still holds ${kinds.join(', ')} that should have been replaced.`;
}
