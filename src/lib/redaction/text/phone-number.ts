/** The digits of a telephone number, however it is written. */
export function digitsOf(text: string): string {
	return text.replace(/\D/g, '');
}

/** Whether all of a text can only be meant as a number: seven digits or more, and what parts them. */
export function isWrittenNumber(text: string): boolean {
	return /^\s*\+?[\d ()./-]*\d\s*$/.test(text) && isNumberLength(digitsOf(text).length);
}

function isNumberLength(digits: number): boolean {
	return digits >= 7 && digits <= 19;
}

/**
 * Whether digits in a text look like a telephone number, rather than like a count, date or time: they
 * begin with `+`, are grouped as North American numbers are, or are one of those (area codes and
 * exchanges begin with 2 to 9).
 */
export function looksLikeNumber(text: string): boolean {
	if (/^\d{4}[-/.]\d\d?[-/.]\d\d?/.test(text) || /^\d\d?[-/.]\d\d?[-/.]\d{4}/.test(text))
		return false;
	const digits = digitsOf(text);
	if (digits.length > 15) return false;
	if (text.startsWith('+')) return true;
	if (/^1?[2-9]\d\d[2-9]\d{6}$/.test(digits)) return true;
	return /^\d{3}[-. ]\d{4}$/.test(text);
}

/** What tells a number from others, with the country code 1 or without it. */
export function numberKey(text: string): string {
	const digits = digitsOf(text);
	return isNorthAmerican(digits) ? digits.slice(-10) : digits;
}

/** Whether digits are a number of the North American plan, with its country code or without. */
export function isNorthAmerican(digits: string): boolean {
	return /^1?[2-9]\d\d[2-9]\d{6}$/.test(digits);
}

/** A number written as another is: its digits in the places of those, from the last one on. */
export function writtenLike(written: string, digits: string): string {
	let left = digits.length;
	const places = [...written].reverse().map((character) => {
		if (!/\d/.test(character) || left === 0) return character;
		return digits.charAt(--left);
	});
	return places
		.reverse()
		.join('')
		.replace(/^(\+?)/, `$1${digits.slice(0, left)}`);
}
