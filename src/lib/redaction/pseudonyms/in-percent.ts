/** A text escaped as URIs do; half a surrogate pair cannot be written so, and stays. */
export function inPercent(text: string): string {
	try {
		return encodeURIComponent(text);
	} catch {
		return text;
	}
}
