import type { HeaderParts } from '../../src/lib/sip/compose.ts';

/** One line of a flow. */
export type Step =
	| { wait: number }
	| {
			from: string;
			to: string;
			/** Of a request; of a response where it says which request it answers. */
			method?: string;
			status?: number;
			/** The same once more: a retransmission. */
			again: boolean;
			/** With SDP: its direction. */
			media?: string;
			credentials: boolean;
			fields: HeaderParts;
	  };

/**
 * Reads a flow written as in RFC 3665's figures, a line a message:
 *
 *     alice -> proxy1: INVITE sendrecv credentials
 *     proxy1 -> alice: 407 | Proxy-Authenticate: Digest realm="example.com", nonce="1"
 *     proxy1 -> bob: again INVITE
 *     bob -> proxy1: 487 INVITE
 *     … 5 s
 *
 * @throws where a line is none of that.
 */
export function parseScript(script: string): Step[] {
	return script
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map(parseLine);
}

function parseLine(line: string): Step {
	const [, seconds] = /^… ([\d.]+) s$/.exec(line) ?? [];
	if (seconds !== undefined) return { wait: Number(seconds) * 1000 };
	const [head = '', ...fields] = line.split(' | ');
	const [, from, to, words] = /^(\w+) -> (\w+): (.+)$/.exec(head) ?? [];
	if (from === undefined || to === undefined || words === undefined) {
		throw new Error(`No step of a flow: ${line}`);
	}
	const all = words.split(' ');
	const status = all.find((word) => /^\d{3}$/.test(word));
	return {
		from,
		to,
		method: all.find((word) => /^[A-Z]+$/.test(word)),
		status: status === undefined ? undefined : Number(status),
		again: all.includes('again'),
		media: all.find((word) => /^(sendrecv|sendonly|recvonly|inactive)$/.test(word)),
		credentials: all.includes('credentials'),
		fields: fields.map(parseField)
	};
}

function parseField(field: string): readonly [string, string] {
	const colon = field.indexOf(': ');
	if (colon < 0) throw new Error(`No header field: ${field}`);
	return [field.slice(0, colon), field.slice(colon + 2)];
}
