/** RFC 3665 §3: sessions, by section. The words and names are our own. */

const CHALLENGE = 'Proxy-Authenticate: Digest realm="example.com", nonce="1", algorithm=MD5';

export const sessionFlows = {
	'3.1 established': `
		alice -> bob: INVITE sendrecv
		bob -> alice: 180
		… 3 s
		bob -> alice: 200 sendrecv
		alice -> bob: ACK
		… 10 s
		bob -> alice: BYE
		alice -> bob: 200
	`,
	'3.2 through two proxies': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> alice: 407 | ${CHALLENGE}
		alice -> proxy1: ACK
		alice -> proxy1: INVITE sendrecv credentials
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		bob -> proxy2: 180
		proxy2 -> proxy1: 180
		proxy1 -> alice: 180
		… 3 s
		bob -> proxy2: 200 sendrecv
		proxy2 -> proxy1: 200
		proxy1 -> alice: 200
		alice -> proxy1: ACK
		proxy1 -> proxy2: ACK
		proxy2 -> bob: ACK
		… 10 s
		bob -> proxy2: BYE
		proxy2 -> proxy1: BYE
		proxy1 -> alice: BYE
		alice -> proxy1: 200
		proxy1 -> proxy2: 200
		proxy2 -> bob: 200
	`,
	'3.3 with two challenges': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> alice: 407 | ${CHALLENGE}
		alice -> proxy1: ACK
		alice -> proxy1: INVITE sendrecv credentials
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> proxy1: 407 | Proxy-Authenticate: Digest realm="example.net", nonce="2"
		proxy1 -> proxy2: ACK
		proxy1 -> alice: 407
		alice -> proxy1: ACK
		alice -> proxy1: INVITE sendrecv credentials | Proxy-Authorization: Digest username="alice", realm="example.net", nonce="2", uri="sip:bob@example.net", response="00112233445566778899aabbccddeeff"
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		bob -> proxy2: 200 sendrecv
		proxy2 -> proxy1: 200
		proxy1 -> alice: 200
		alice -> proxy1: ACK
		proxy1 -> proxy2: ACK
		proxy2 -> bob: ACK
		… 10 s
		bob -> proxy2: BYE
		proxy2 -> proxy1: BYE
		proxy1 -> alice: BYE
		alice -> proxy1: 200
		proxy1 -> proxy2: 200
		proxy2 -> bob: 200
	`,
	'3.4 after a proxy failed': `
		alice -> proxy1: INVITE sendrecv
		… 0.5 s
		alice -> proxy1: again INVITE
		… 1 s
		alice -> proxy1: again INVITE
		… 30 s
		alice -> proxy2: INVITE sendrecv
		proxy2 -> alice: 407 | ${CHALLENGE}
		alice -> proxy2: ACK
		alice -> proxy2: INVITE sendrecv credentials
		proxy2 -> bob: INVITE
		proxy2 -> alice: 100
		bob -> proxy2: 180
		proxy2 -> alice: 180
		bob -> proxy2: 200 sendrecv
		proxy2 -> alice: 200
		alice -> proxy2: ACK
		proxy2 -> bob: ACK
		… 10 s
		bob -> proxy2: BYE
		proxy2 -> alice: BYE
		alice -> proxy2: 200
		proxy2 -> bob: 200
	`,
	'3.6 redirected, with the offer in the 200': `
		alice -> redirect: INVITE
		redirect -> alice: 302 | Contact: <sip:bob@example.net>
		alice -> redirect: ACK
		alice -> proxy2: INVITE
		proxy2 -> bob: INVITE
		proxy2 -> alice: 100
		bob -> proxy2: 180
		proxy2 -> alice: 180
		bob -> proxy2: 200 sendrecv
		proxy2 -> alice: 200
		alice -> proxy2: ACK sendrecv
		proxy2 -> bob: ACK
		… 10 s
		bob -> proxy2: BYE
		proxy2 -> alice: BYE
		alice -> proxy2: 200
		proxy2 -> bob: 200
	`,
	'3.7 re-INVITE to a new address': `
		alice -> bob: INVITE sendrecv
		bob -> alice: 180
		bob -> alice: 200 sendrecv
		alice -> bob: ACK
		… 5 s
		bob -> alice: INVITE sendrecv | Contact: <sip:bob@moved.example.net>
		alice -> bob: 200 sendrecv
		bob -> alice: ACK
		… 5 s
		alice -> bob: BYE
		bob -> alice: 200
	`,
	'3.8 no answer': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		bob -> proxy2: 180
		proxy2 -> proxy1: 180
		proxy1 -> alice: 180
		… 20 s
		alice -> proxy1: CANCEL
		proxy1 -> alice: 200 CANCEL
		proxy1 -> proxy2: CANCEL
		proxy2 -> proxy1: 200 CANCEL
		proxy2 -> bob: CANCEL
		bob -> proxy2: 200 CANCEL
		bob -> proxy2: 487 INVITE
		proxy2 -> bob: ACK
		proxy2 -> proxy1: 487 INVITE
		proxy1 -> proxy2: ACK
		proxy1 -> alice: 487 INVITE
		alice -> proxy1: ACK
	`,
	'3.9 busy': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		bob -> proxy2: 486
		proxy2 -> bob: ACK
		proxy2 -> proxy1: 486
		proxy1 -> proxy2: ACK
		proxy1 -> alice: 486
		alice -> proxy1: ACK
	`,
	'3.10 no response': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		… 0.5 s
		proxy2 -> bob: again INVITE
		… 1 s
		proxy2 -> bob: again INVITE
		… 30 s
		proxy2 -> proxy1: 480
		proxy1 -> proxy2: ACK
		proxy1 -> alice: 480
		alice -> proxy1: ACK
	`,
	'3.11 temporarily unavailable': `
		alice -> proxy1: INVITE sendrecv
		proxy1 -> proxy2: INVITE
		proxy1 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> proxy1: 100
		bob -> proxy2: 480
		proxy2 -> bob: ACK
		proxy2 -> proxy1: 480
		proxy1 -> proxy2: ACK
		proxy1 -> alice: 480
		alice -> proxy1: ACK
	`,
	/** Not in RFC 3665: a proxy forks (RFC 3261 §16.7), and the caller sees two early dialogs. */
	forked: `
		alice -> proxy2: INVITE sendrecv
		proxy2 -> alice: 100
		proxy2 -> bob: INVITE
		proxy2 -> carol: INVITE
		bob -> proxy2: 180
		proxy2 -> alice: 180
		carol -> proxy2: 180
		proxy2 -> alice: 180
		… 4 s
		carol -> proxy2: 200 sendrecv
		proxy2 -> alice: 200
		proxy2 -> bob: CANCEL
		bob -> proxy2: 200 CANCEL
		bob -> proxy2: 487 INVITE
		proxy2 -> bob: ACK
		alice -> proxy2: ACK
		proxy2 -> carol: ACK
		… 5 s
		alice -> proxy2: BYE
		proxy2 -> carol: BYE
		carol -> proxy2: 200 BYE
		proxy2 -> alice: 200 BYE
	`
} satisfies Record<string, string>;
