import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, readWhere, VIEWS, type Where } from './where.ts';

const anyWhere: fc.Arbitrary<Where> = fc.record({
	view: fc.constantFrom(...VIEWS),
	conversation: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
	message: fc.option(fc.nat(), { nil: undefined }),
	compare: fc.option(fc.nat(), { nil: undefined }),
	moment: fc.option(
		fc.integer().map((milliseconds) => milliseconds * 1_000),
		{ nil: undefined }
	),
	filter: fc.string({ unit: 'grapheme' })
});

test('a link restores what was seen', () => {
	fc.assert(
		fc.property(anyWhere, (where) => {
			const url = new URL(hrefOf('trace id/1', where), 'http://127.0.0.1');
			const [, , id, view] = url.pathname.split('/');
			expect(decodeURIComponent(id ?? '')).toBe('trace id/1');
			expect(readWhere(view, url.searchParams)).toEqual(where);
		})
	);
});

test('a mistyped link still opens the trace', () => {
	expect(readWhere('lader', new URLSearchParams('message=-3&call=&at=1.5'))).toEqual({
		view: 'ladder',
		conversation: '',
		message: undefined,
		compare: undefined,
		moment: undefined,
		filter: ''
	});
});
