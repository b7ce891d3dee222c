import type { IceFragment, IceFragmentSection } from '../../sip/sdp/ice-fragment.ts';
import type { Definition } from './definition.ts';
import { otherLines } from './sdp-rows.ts';

/** Which section of the description the candidates are for. */
export function sectionTitle({ kind, mid }: IceFragmentSection): string {
	const name = mid === undefined ? 'no mid' : `mid ${mid}`;
	return kind === undefined ? name : `${kind}, ${name}`;
}

export function fragmentRows({ iceUfrag, others }: IceFragment): Definition[] {
	const rows = [
		iceUfrag !== undefined && {
			name: 'ICE user',
			value: iceUfrag,
			note: 'which description the candidates belong to'
		},
		otherLines(others)
	];
	return rows.filter((row) => row !== false);
}
