const PER_ROW = 8;

/** One row of a dump: `00000008  4f 4b 0d 0a 00 ff 00 00  OK......`. */
export function hexRows(bytes: Uint8Array): string[] {
	const rows: string[] = [];
	for (let offset = 0; offset < bytes.length; offset += PER_ROW)
		rows.push(hexRow(offset, bytes.subarray(offset, offset + PER_ROW)));
	return rows;
}

function hexRow(offset: number, bytes: Uint8Array): string {
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
	const text = [...bytes].map((byte) => (isPrintable(byte) ? String.fromCharCode(byte) : '.'));
	const address = offset.toString(16).padStart(8, '0');
	return `${address}  ${hex.padEnd(PER_ROW * 3 - 1)}  ${text.join('')}`;
}

function isPrintable(byte: number): boolean {
	return byte >= 0x20 && byte < 0x7f;
}
