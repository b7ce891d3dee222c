import { rcFieldMeaning } from '../../ringcentral/field-meanings.ts';
import { fieldMeaning } from '../../sip/fields/field-meanings.ts';

/** What a field is for, and where that is written. */
export interface FieldHelp {
	words: string;
	/** `RFC 3261 §20.10`; absent where no standard tells. */
	source?: string;
	href?: string;
}

/** `undefined` for fields that nobody here knows. */
export function fieldHelp(name: string): FieldHelp | undefined {
	const own = rcFieldMeaning(name);
	if (own !== undefined) return { words: own };
	const meaning = fieldMeaning(name);
	if (meaning === undefined) return undefined;
	const { words, rfc, section } = meaning;
	return {
		words,
		source: `RFC ${rfc}${section === undefined ? '' : ` §${section}`}`,
		href: `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? '' : `#section-${section}`}`
	};
}
