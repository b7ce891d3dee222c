/** By name in lower case: header fields of RingCentral's edge, and of what is in front of it. */
const MEANINGS: Readonly<Record<string, string>> = {
	'p-rc': 'a command of RingCentral’s, in XML: on an INVITE, the call that it announces',
	'p-rc-api-ids': 'the party and the session by which RingCentral’s REST API knows the call',
	'p-rc-api-call-info': 'what RingCentral’s API tells of the call: caller, queue, what it is for',
	'p-rc-endpoint-id': 'the device, as RingCentral knows it',
	'p-acme-vsa': 'a border controller’s own notes for its accounting'
};

/** What a field of RingCentral's own is for; `undefined` for others. No RFC tells of them. */
export function rcFieldMeaning(name: string): string | undefined {
	const lower = name.toLowerCase();
	return Object.hasOwn(MEANINGS, lower) ? MEANINGS[lower] : undefined;
}
