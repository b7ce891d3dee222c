import fc from 'fast-check';
import type { Entry } from '../../src/lib/trace/entry.ts';

/** Any UTF-16, so also lone surrogates, which UTF-8 could not keep; with what stores stumble over. */
const text = fc.oneof(
	fc.constantFrom('', '\0', '\r\n\r\n', 'a\0b', '\ud800', '\udc00\ud800', '\ufeff', '\u2028'),
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 })
		.map((units) => String.fromCharCode(...units)),
	fc.string({ unit: 'grapheme' }).map((body) => `OPTIONS sip:a@example.com SIP/2.0\r\n\r\n${body}`)
);

const callId = fc.constantFrom('a84b4c76e66710@192.0.2.4', '');
const direction = fc.constantFrom('sent' as const, 'received' as const);
const vantage = fc.record(
	{ phone: fc.string(), instance: fc.uuid(), connection: fc.uuid() },
	{ requiredKeys: [] }
);

const kinds = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('message'), direction, text }) },
	fc.record({ kind: fc.constant('message'), direction, bytes: fc.uint8Array({ maxLength: 300 }) }),
	fc.record({ kind: fc.constant('socket'), event: fc.constant('connecting'), url: text }),
	fc.record({
		kind: fc.constant('socket'),
		event: fc.constant('close'),
		code: fc.integer({ min: 1000, max: 4999 }),
		reason: text,
		wasClean: fc.boolean()
	}),
	fc.record({ kind: fc.constant('phone'), event: fc.constant('failed'), callId, reason: text }),
	fc.record({
		kind: fc.constant('phone'),
		event: fc.constant('recovery'),
		step: fc.constant('wait'),
		attempt: fc.nat(),
		seconds: fc.nat({ max: 60 }),
		proxy: fc.constantFrom('primary', 'backup')
	}),
	fc.record({ kind: fc.constant('media'), event: fc.constant('dtls'), callId, state: text }),
	fc.record({ kind: fc.constant('loss'), reason: fc.constant('storage'), count: fc.nat() })
);

/** Consecutive entries of one trace, from `seq` 0. */
export function anyEntries(maxLength: number): fc.Arbitrary<Entry[]> {
	return fc
		.array(fc.tuple(kinds, vantage), { maxLength })
		.map((seen) =>
			seen.map(
				([kind, where], seq) =>
					({ seq, at: 1_700_000_000_000_000 + seq, ...where, ...kind }) as Entry
			)
		);
}
