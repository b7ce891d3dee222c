import fc from 'fast-check';

/** Texts for properties of the parsers: from sound messages to noise that only looks like SIP. */

const token = fc.stringMatching(/^[a-zA-Z0-9.+~-]{1,12}$/);
const host = fc.constantFrom('sip.example.com', '192.0.2.7', '[2001:db8::1]:5061', 'a.invalid');
const user = fc.constantFrom('16505550100*101', '#996016', '%23996016', '+16505550101', 'conf_1');
const uri = fc
	.tuple(fc.constantFrom('sip', 'SIP', 'sips'), user, host, fc.constantFrom('', ';transport=wss'))
	.map(([scheme, name, place, rest]) => `${scheme}:${name}@${place}${rest}`);

const displayName = fc.constantFrom('', 'Alice ', '"Alice" ', '"a \\"b\\" <;tag=x>, c" ', '"open ');
const tag = fc.oneof(
	fc.constant(''),
	token.map((value) => `;tag=${value}`),
	token.map((value) => `;x="a;tag=b,c" ; Tag = ${value}`),
	token.map((value) => `;tagged;tag=${value};tag=second`)
);
const address = fc.oneof(
	fc.tuple(displayName, uri, tag).map(([name, target, rest]) => `${name}<${target}>${rest}`),
	fc.tuple(uri, tag).map(([target, rest]) => target + rest)
);

const via = fc
	.tuple(
		fc.constantFrom('WSS', 'tls'),
		host,
		fc.constantFrom('', ';rport', ';received="a,b"'),
		token
	)
	.map(
		([transport, place, rest, id]) => `SIP/2.0/${transport} ${place}${rest};branch=z9hG4bK-${id}`
	);

const method = fc.constantFrom('INVITE', 'REGISTER', 'BYE', 'MESSAGE', 'INFO', 'x-own');

function spelt(...names: string[]): fc.Arbitrary<string> {
	return fc.constantFrom(
		...names.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()])
	);
}

const field = fc.oneof(
	fc.tuple(
		spelt('Via', 'v'),
		fc.array(via, { minLength: 1, maxLength: 2 }).map((all) => all.join(', '))
	),
	fc.tuple(spelt('From', 'f'), address),
	fc.tuple(spelt('To', 't'), address),
	fc.tuple(spelt('Call-ID', 'i'), token),
	fc.tuple(
		spelt('CSeq'),
		fc.oneof(
			fc.tuple(fc.nat(), method).map(([number, name]) => `${number} ${name}`),
			fc.constantFrom('x INVITE', '12345678901 BYE', '7', '')
		)
	),
	fc.tuple(spelt('Contact', 'm'), fc.oneof(address, fc.constant('*'))),
	fc.tuple(spelt('Expires'), fc.oneof(fc.nat().map(String), fc.constant('soon'))),
	fc.tuple(spelt('Content-Type', 'c'), fc.constantFrom('application/sdp', 'x-rc/agent; a=b')),
	fc.tuple(spelt('Content-Length', 'l'), fc.nat(5000).map(String)),
	fc.tuple(spelt('Authorization', 'Proxy-Authorization'), fc.constant('Digest username="a, b"')),
	fc.tuple(
		fc.constantFrom('Call-Info', 'Tool', 'X', 'Contacts', 'Via2', 'P-rc', 'P-RC-API-ids'),
		fc.string()
	)
);

const line = fc
	.tuple(
		field,
		fc.constantFrom(':', ': ', ' : ', ':\t', ':\r\n '),
		fc.constantFrom('', ' ', '\r\n\t more')
	)
	.map(([[name, value], separator, tail]) => name + separator + value + tail);

const startLine = fc.oneof(
	fc.tuple(method, uri).map(([name, target]) => `${name} ${target} SIP/2.0`),
	fc
		.tuple(fc.integer({ min: 100, max: 699 }), fc.string())
		.map(([status, reason]) => `SIP/2.0 ${status} ${reason}`)
);

/** Messages in the wire's form: any fields, in any order and spelling, some repeated or folded. */
export const messageText: fc.Arbitrary<string> = fc
	.tuple(startLine, fc.array(line, { maxLength: 14 }), fc.string())
	.map(([first, lines, body]) => `${[first, ...lines].join('\r\n')}\r\n\r\n${body}`);

/** The same, damaged: characters cut out, put in, line ends changed. */
export const damagedMessageText: fc.Arbitrary<string> = fc
	.tuple(
		messageText,
		fc.array(
			fc.tuple(
				fc.nat(),
				fc.nat(4),
				fc.constantFrom('', '\r\n', '\n', '\r', '\0', ' ', ':', ';', '"', '<', ',', 'é')
			),
			{ maxLength: 6 }
		)
	)
	.map(([text, damages]) =>
		damages.reduce((damaged, [offset, length, inserted]) => {
			const at = offset % (damaged.length + 1);
			return damaged.slice(0, at) + inserted + damaged.slice(at + length);
		}, text)
	);

/** Noise in an alphabet that makes the parsers turn. */
const noise = fc
	.array(
		fc.constantFrom(...'\r\n\t :;,<>"\\=@#sipvftcm/2.0', '\r\n', 'SIP/2.0', 'Via', ';tag=', 'To:'),
		{ maxLength: 60 }
	)
	.map((pieces) => pieces.join(''));

/** Anything a frame may carry. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	messageText,
	damagedMessageText,
	noise,
	fc.string({ unit: 'binary', maxLength: 200 })
);
