const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** A size in bytes, decimal units, to two or three digits: `842 B`, `1.2 kB`, `48 MB`. */
export function formatSize(bytes: number): string {
	if (bytes < 1000) return `${Math.round(bytes)} B`;
	let size = bytes / 1000;
	let unit = 0;
	while (size >= 999.5 && unit < UNITS.length - 1) {
		size /= 1000;
		unit++;
	}
	return `${size < 9.95 ? size.toFixed(1) : size.toFixed(0)} ${UNITS[unit]}`;
}

/** A count with its groups of digits set apart: `100,000`. */
export function formatCount(count: number): string {
	return count.toLocaleString('en');
}
