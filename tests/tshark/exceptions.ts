/**
 * Torture tests of whose head tshark (4.0) tells something else, and why it is not right there; the
 * verdicts of the RFCs are kept by `torture.test.ts`. Another version may know better.
 */
export const HEAD_EXCEPTIONS: Readonly<Record<string, string>> = {
	badvers:
		'of another version than SIP/2.0 it says nothing; we read the message, and name the problem',
	bigcode: 'a status of more than three digits is none to it',
	lwsruri: 'it does not take a start line with more than two spaces',
	lwsstart: 'the same',
	trws: 'it does not take a start line that ends with a space',
	scalar02: 'it cuts numbers down to 32 bits',
	scalarlg: 'it takes a CSeq beyond 32 bits for 0',
	wsinv: 'it looks for what is folded in the first line only'
};

/** The same for descriptions. */
export const SDP_EXCEPTIONS: Readonly<Record<string, string>> = {
	lwsruri: 'it does not take the message for SIP',
	lwsstart: 'the same',
	ncl: 'a negative Content-Length leaves it without a body',
	wsinv: 'it does not find the folded Content-Type'
};
