/** A number is written as it is; `undefined` leaves its field empty. */
export type Field = string | number | undefined;

/** A byte order mark, without which spreadsheets do not take a file for UTF-8. */
export const BEGINNING = '\ufeff';

/** One line of CSV (RFC 4180), with its line break. */
export function printRecord(fields: readonly Field[]): string {
	return `${fields.map(printField).join(',')}\r\n`;
}

function printField(field: Field): string {
	if (typeof field !== 'string') return field === undefined ? '' : String(field);
	const text = guarded(field);
	return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run what begins with `=`, `+`, `-` or `@` as a formula, in either width, also after a
 * semicolon, tab or line break where their locale takes that for the end of a cell. There an apostrophe is
 * put before it, and before an apostrophe, so that taking away one in each such place gives the text again.
 */
function guarded(text: string): string {
	return text.replace(/(^|[;\t\r\n])(?=[ "]*['=+\-@＝＋－＠])/g, "$1'");
}

/** A table's column: its name, and what stands in it of a row. */
export interface Column<Row> {
	readonly name: string;
	readonly of: (row: Row) => Field;
}

export function printNames<Row>(columns: readonly Column<Row>[]): string {
	return printRecord(columns.map(({ name }) => name));
}

export function printRow<Row>(columns: readonly Column<Row>[], row: Row): string {
	return printRecord(columns.map(({ of }) => of(row)));
}
