import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, withoutGuards } from '../../../../tests/read-csv.ts';
import { printRecord } from './record.ts';

const anyField = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom('"', ',', ';', "'", '=', '+', '-', '@', '＝', ' ', '\t', '\r', '\n', 'a')
		)
		.map((characters) => characters.join(''))
);
const anyRecords = fc.array(fc.array(anyField, { minLength: 1, maxLength: 5 }), { maxLength: 5 });

test('what is written is read again', () => {
	fc.assert(
		fc.property(anyRecords, (records) => {
			const read = readCsv(records.map(printRecord).join(''));
			expect(read.map((record) => record.map(withoutGuards))).toEqual(records);
		})
	);
});

test('no cell begins like a formula, whatever a spreadsheet takes for the end of a cell', () => {
	fc.assert(
		fc.property(fc.array(anyField, { minLength: 1, maxLength: 5 }), (record) => {
			const text = printRecord(record);
			for (const cell of readCsv(text)[0] ?? []) expect(cell).not.toMatch(/^[ "]*[=+\-@＝＋－＠]/);
			for (const end of [';', '\t', '\r', '\n'])
				for (const cell of text.split(end)) expect(cell).not.toMatch(/^[ "]*[=+\-@＝＋－＠]/);
		}),
		{ examples: [[['=cmd|calc', 'a;=1', '\t+1', '@SUM(1)', '"=1"', '-1']]] }
	);
});

test('numbers are numbers, and nothing is nothing', () => {
	expect(printRecord([-1.5, undefined, 'a b', 'a,b', 'say "x"', "'"])).toBe(
		`-1.5,,a b,"a,b","say ""x""",''\r\n`
	);
});
