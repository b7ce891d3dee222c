import { type SdpCandidate, parseCandidate } from './candidate.ts';
import { type SdpLine, splitLines } from './line.ts';

/**
 * ICE candidates that follow a description, as they are found (RFC 8840 §9): the body of an INFO with
 * Content-Type `application/trickle-ice-sdpfrag`.
 */
export interface IceFragment {
	/** Of which ICE the candidates are: after a restart, others are of no use any more. */
	iceUfrag?: string;
	icePwd?: string;
	sections: IceFragmentSection[];
	/** Lines of which nothing here tells, as they came. */
	others: SdpLine[];
}

/** The candidates of one section of the description. */
export interface IceFragmentSection {
	/** `a=mid` of the section; absent where none is said. */
	mid?: string;
	/** `audio`, of a pseudo `m=` line; absent where there is none. */
	kind?: string;
	candidates: SdpCandidate[];
	/** No more are to come. */
	endOfCandidates: boolean;
}

/**
 * Reads a fragment; `undefined` where there is no ICE in it. Never throws. A section begins at its
 * `m=` line or, where that is left out, at its `a=mid`.
 */
export function parseIceFragment(text: string): IceFragment | undefined {
	const reader = new FragmentReader();
	for (const line of splitLines(text)) reader.read(line);
	return reader.result();
}

class FragmentReader {
	readonly #fragment: IceFragment = { sections: [], others: [] };

	read(line: SdpLine): void {
		const used =
			line.type === 'm'
				? this.#media(line.value)
				: line.type === 'a' && this.#attribute(line.value);
		if (!used) this.#fragment.others.push(line);
	}

	result(): IceFragment | undefined {
		const { iceUfrag, sections } = this.#fragment;
		const says = sections.some(
			({ candidates, endOfCandidates }) => candidates.length > 0 || endOfCandidates
		);
		return says || iceUfrag !== undefined ? this.#fragment : undefined;
	}

	#media(value: string): boolean {
		this.#begin({ kind: value.split(/[ \t]/, 1)[0] });
		return true;
	}

	#attribute(text: string): boolean {
		const [, name = '', value] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
		switch (name) {
			case 'ice-ufrag':
				this.#fragment.iceUfrag ??= value;
				return value === this.#fragment.iceUfrag;
			case 'ice-pwd':
				this.#fragment.icePwd ??= value;
				return value === this.#fragment.icePwd;
			case 'mid':
				return this.#mid(value ?? '');
			case 'candidate':
				return this.#candidate(value ?? '');
			case 'end-of-candidates':
				this.#section().endOfCandidates = true;
				return true;
			default:
				return false;
		}
	}

	#mid(value: string): boolean {
		const current = this.#fragment.sections.at(-1);
		if (current && current.mid === undefined) current.mid = value;
		else this.#begin({ mid: value });
		return true;
	}

	#candidate(value: string): boolean {
		const candidate = parseCandidate(value);
		if (candidate) this.#section().candidates.push(candidate);
		return candidate !== undefined;
	}

	#section(): IceFragmentSection {
		return this.#fragment.sections.at(-1) ?? this.#begin({});
	}

	#begin(begun: Pick<IceFragmentSection, 'mid' | 'kind'>): IceFragmentSection {
		const section = { ...begun, candidates: [], endOfCandidates: false };
		this.#fragment.sections.push(section);
		return section;
	}
}
