import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonElements, type JsonPath } from './json-elements.ts';

/** A text in pieces of any length. */
const pieces = (text: string) =>
	fc.array(fc.nat(text.length), { maxLength: 8 }).map((cuts) => {
		const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
		return at.slice(1).map((end, index) => text.slice(at[index], end));
	});

function found(paths: readonly JsonPath[], chunks: readonly string[]) {
	const elements = new JsonElements(paths);
	const values = chunks.flatMap((chunk) => elements.push(chunk));
	return {
		values: values.map(({ path, indices, text }) => [path, indices, JSON.parse(text) as unknown]),
		complete: elements.complete
	};
}

test('finds what JSON.parse finds, however the text comes in pieces', () => {
	const document = fc.record({
		before: fc.jsonValue(),
		log: fc.record({ entries: fc.array(fc.record({ messages: fc.array(fc.jsonValue()) })) }),
		name: fc.jsonValue()
	});
	const spaced = fc.constantFrom(undefined, 1, '\t', '\r\n ');
	const written = fc.tuple(document, spaced).chain(([value, space]) => {
		const text = JSON.stringify(value, undefined, space);
		return fc.tuple(fc.constant(JSON.parse(text) as typeof value), pieces(text));
	});
	fc.assert(
		fc.property(written, ([{ log, name }, chunks]) => {
			const paths = [['log', 'entries', '*', 'messages', '*'], ['name']];
			expect(found(paths, chunks)).toEqual({
				complete: true,
				values: [
					...log.entries.flatMap(({ messages }, entry) =>
						messages.map((value, at) => [0, [entry, at], value])
					),
					[1, [], name]
				]
			});
		})
	);
});

test('what is cut off is not complete, and what came before is found', () => {
	const text = '{"entries":[{"a":1},{"b":"}"},{"c":[';
	expect(found([['entries', '*']], [text])).toEqual({
		complete: false,
		values: [
			[0, [0], { a: 1 }],
			[0, [1], { b: '}' }]
		]
	});
});

test.each([
	['no JSON', 'x', 'json-malformed'],
	['no JSON, with brackets', 'x{}', 'json-malformed'],
	['brackets that do not belong together', '{"a":[}', 'json-malformed'],
	['two values', '{}{}', 'json-malformed'],
	['a depth that no trace has', '['.repeat(300), 'json-too-deep']
])('%s is refused', (_, text, code) => {
	expect(() => new JsonElements([['a']]).push(text)).toThrow(expect.objectContaining({ code }));
});

test('any text is read or refused, and a long string is searched once', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\a1 \n') }), (text) => {
			try {
				new JsonElements([['a', '*'], []]).push(text);
			} catch (thrown) {
				expect(thrown).toMatchObject({ name: 'FormatError' });
			}
		})
	);
});
