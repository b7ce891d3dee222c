/**
 * A record as a line of JSON. What is absent is left out. Control characters that JSON lets pass are escaped,
 * so that no terminal obeys text of a trace.
 */
export function jsonLine(record: object): string {
	const json = JSON.stringify(record);
	const safe = json.replace(
		/[\u007f-\u009f\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
	return `${safe}\n`;
}
