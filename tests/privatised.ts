import { wireBytes, wireText } from '../src/lib/sip/wire.ts';
import type { Entry } from '../src/lib/trace/entry.ts';

/**
 * A trace of reserved names and numbers as if somebody lived there: each in place of one, so that the
 * trace means the same.
 */
export function privatised(entries: readonly Entry[]): Entry[] {
	return entries.map((entry) => deeply(entry, privateText) as Entry);
}

/** The same text of a frame, or of anything else. */
export function privateText(text: string): string {
	return text
		.replace(/(?<!\d)(1?\d{3}555)01(\d\d)(?!\d)/g, '$142$2')
		.replace(/\bexample\.(com|net|org)\b/gi, 'acme-telecom.$1')
		.replace(/\b192\.0\.2\.(\d+)\b/g, '10.20.30.$1')
		.replace(/\b203\.0\.113\.(\d+)\b/g, '81.2.69.$1')
		.replace(/\b198\.51\.100\.(\d+)\b/g, '81.2.70.$1')
		.replace(/\b2001:db8:/gi, '2a02:8071:');
}

function deeply(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (value instanceof Uint8Array) {
		const { text, charset } = wireText(value);
		return wireBytes({ text: change(text), charset });
	}
	if (Array.isArray(value)) return value.map((item) => deeply(item, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [name, deeply(item, change)])
	);
}
