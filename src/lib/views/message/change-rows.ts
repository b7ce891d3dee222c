import type { SdpChange } from '../../sip/sdp/offer-answer/section-changes.ts';
import type { Definition } from './definition.ts';

/** What is new since the previous description, in words. */
export function changeRows(changes: readonly SdpChange[]): Definition[] {
	return changes.map(describe);
}

function describe(change: SdpChange): Definition {
	switch (change.kind) {
		case 'section-added':
			return { name: 'Section', value: 'added' };
		case 'section-refused':
			return { name: 'Section', value: 'refused now' };
		case 'section-resumed':
			return { name: 'Section', value: 'no longer refused' };
		case 'direction':
			return { name: 'Direction', value: `${change.from} → ${change.to}` };
		case 'address':
			return { name: 'Address', value: `${change.from} → ${change.to}` };
		case 'setup':
			return { name: 'Setup', value: `${change.from ?? 'none'} → ${change.to ?? 'none'}` };
		case 'codecs':
			return { name: 'Codecs', value: describeCodecs(change) };
		case 'candidates':
			return { name: 'Candidates', value: `${change.added} new, ${change.removed} gone` };
		case 'fingerprint':
			return { name: 'Fingerprint', value: 'another certificate' };
		case 'ice-restart':
			return { name: 'ICE', value: 'begins anew' };
	}
}

function describeCodecs({ added, removed }: { added: string[]; removed: string[] }): string {
	if (added.length === 0 && removed.length === 0) return 'in another order';
	return [...added.map((codec) => `+ ${codec}`), ...removed.map((codec) => `− ${codec}`)].join(
		'\n'
	);
}
