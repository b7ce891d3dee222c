/**
 * Reads CSV as RFC 4180 has it. An apostrophe that guards against formulas stays.
 *
 * @throws Error where the text is none.
 */
export function readCsv(text: string): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	let at = 0;
	while (at < text.length) {
		const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
		field.lastIndex = at;
		const [whole, quoted, plain = ''] = field.exec(text) ?? [''];
		record.push(quoted?.replaceAll('""', '"') ?? plain);
		at += whole.length;
		if (text.startsWith('\r\n', at)) {
			records.push(record);
			record = [];
			at += 2;
		} else if (text[at] === ',') at += 1;
		else throw new Error(`Neither a comma nor a line break at ${at}.`);
	}
	return records;
}

/** The text that stood in a field before it was guarded. */
export function withoutGuards(field: string): string {
	return field.replace(/(^|[;\t\r\n])'/g, '$1');
}
