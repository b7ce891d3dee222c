/** Something in a session description that its grammar does not allow. The line stays what it is. */
export interface SdpProblem {
	code: SdpProblemCode;
	/** Where the line is, in UTF-16 units from the description's beginning; 0 where it is missing. */
	offset: number;
	length: number;
	/** The rule that is broken, such as `RFC 8866 §5.14`. */
	source: string;
}

export type SdpProblemCode =
	| 'line-malformed'
	| 'line-repeated'
	| 'line-misplaced'
	| 'version-missing'
	| 'version-unsupported'
	| 'origin-missing'
	| 'origin-malformed'
	| 'name-missing'
	| 'timing-missing'
	| 'timing-malformed'
	| 'connection-malformed'
	| 'connection-missing'
	| 'bandwidth-malformed'
	| 'media-malformed'
	| 'attribute-malformed'
	| 'attribute-repeated'
	| 'payload-malformed'
	| 'payload-unnamed'
	| 'candidate-malformed'
	| 'ice-credentials-malformed'
	| 'ice-credentials-missing'
	| 'fingerprint-malformed'
	| 'setup-malformed'
	| 'mid-repeated'
	| 'group-unresolved';
