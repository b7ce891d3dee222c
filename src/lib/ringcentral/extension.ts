/**
 * The extension number in a RingCentral user name, `101` of `16505550100*101`; `undefined` where the
 * name is not of that form.
 */
export function extensionOf(userName: string): string | undefined {
	return /\*(\d+)$/.exec(userName)?.[1];
}
