/** Any text as a value that reads as that text. */
export function quote(text: string): string {
	return `"${text.replace(/\\(?=\\|"|$)|"/g, '\\$&')}"`;
}
