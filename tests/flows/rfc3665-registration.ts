/** RFC 3665 §2: registrations, by section. The words and names are our own. */

const CHALLENGE = 'WWW-Authenticate: Digest realm="example.com", nonce="1", algorithm=MD5';
const BOB = 'Contact: <sip:bob@client.example.net>';

export const registrationFlows = {
	'2.1 new registration': `
		bob -> registrar: REGISTER | ${BOB};expires=3600
		registrar -> bob: 401 | ${CHALLENGE}
		bob -> registrar: REGISTER credentials | ${BOB};expires=3600
		registrar -> bob: 200 | ${BOB};expires=3600
	`,
	'2.2 update of the contact list': `
		bob -> registrar: REGISTER credentials | Contact: <mailto:bob@example.net>
		registrar -> bob: 200 | ${BOB};expires=3600, <mailto:bob@example.net>;expires=4294967295
	`,
	'2.3 request for the contact list': `
		bob -> registrar: REGISTER credentials
		registrar -> bob: 200 | ${BOB};expires=3600, <mailto:bob@example.net>;expires=4294967295
	`,
	'2.4 cancellation of a registration': `
		bob -> registrar: REGISTER credentials | Expires: 3600 | ${BOB}
		registrar -> bob: 200 | ${BOB};expires=3600
		… 60 s
		bob -> registrar: REGISTER credentials | Expires: 0 | Contact: *
		registrar -> bob: 200
	`,
	'2.5 unsuccessful registration': `
		bob -> registrar: REGISTER | ${BOB}
		registrar -> bob: 401 | ${CHALLENGE}
		bob -> registrar: REGISTER credentials | ${BOB}
		registrar -> bob: 401 | ${CHALLENGE}
	`
} satisfies Record<string, string>;
