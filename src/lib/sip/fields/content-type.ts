import { type Parameters, parseParameters } from '../grammar/parameters.ts';

/** What a body is (RFC 3261 §20.15). */
export interface MediaType {
	/** `application/sdp`: in lower case, without parameters and white space. */
	name: string;
	/** `application`. */
	type: string;
	/** `sdp`. */
	subtype: string;
	parameters: Parameters;
}

/** Reads Content-Type, or an element of Accept; `undefined` if it is no media type. */
export function parseMediaType(value: string): MediaType | undefined {
	const semicolon = value.indexOf(';');
	const written = semicolon < 0 ? value : value.slice(0, semicolon);
	const [type = '', subtype = '', ...more] = written.split('/').map((part) => part.trim());
	if (type === '' || subtype === '' || more.length > 0) return undefined;
	const name = `${type}/${subtype}`.toLowerCase();
	const [lowerType = '', lowerSubtype = ''] = name.split('/');
	return { name, type: lowerType, subtype: lowerSubtype, parameters: parseParameters(value) };
}
