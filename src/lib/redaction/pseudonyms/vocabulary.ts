/**
 * Words that SIP and what is written around it say themselves. Who is called so is replaced where a
 * name stands, and nowhere else, or `Session-Expires` would become `Person3-Expires`.
 */
const VOCABULARY: ReadonlySet<string> = new Set(
	`accept accepted accounting active agent alert algorithm allow allowed analysis annexb answer answered
	application approximate asserted attributes audio authenticate authentication authorization automatic
	benchmark bookmarked boundary branch bundle busy bytes call called caller callee candidate cancel
	channel client close closed codec comfort command common component conference confirmed connecting
	connection connected contact content control cookie created csrc cseq date declined description detail
	dialog digest direction disposed disposition domain duration early encoding entries entry error event
	expires export external failed fingerprint format forbidden forwarded found from generation gateway
	group header hidden history hold http identity inactive inbound info information instance interval
	invite invalid jitter kamailio language layout length level local location lost mailto malformed max
	maxptime media message messages method missing mixer mobile network nonce notes notify number object
	offer office opaque options opus organization originate outbound packets park participant party
	password path payload phone ping pong port precondition preferred presence priority privacy private
	progress protocol proxy public queue ready reason receive received receiving recording record recvonly
	redacted refer referred refresh register registered registration reject release remote remove replaces
	reply report request require response result resource result retry ringing ringcentral route routing
	rtcp rtpmap savp savpf secure security select sender sending sendonly sendrecv sent server service
	session setup sequence signal signaling sip sipfrag sipscope socket source status stale start started
	state stats stream string subject subscribe subscription success support supported system tag target
	telephone telephony temporarily terminated test text timeout timer timestamp title token trace transfer
	transport trickle trying type unauthorized unavailable unknown unreachable unsupported update urgent user
	sip/2.0 username uuid value version versions video voice voicemail warning webphone websocket window wireless`.split(
		/\s+/
	)
);

/** Whether a value is such a word, so that a text which holds it need not speak of anybody. */
export function isVocabulary(text: string): boolean {
	return VOCABULARY.has(text.toLowerCase());
}

/** The least number of characters by which a value is known wherever it stands. */
const TELLING_LENGTH = 6;

/** Whether a value, found anywhere, can be nothing else. */
export function isTelling(text: string): boolean {
	return text.length >= TELLING_LENGTH && !isVocabulary(text);
}
