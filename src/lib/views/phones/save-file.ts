/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has begun by then, and holds the blob itself.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `Front desk` → `front-desk.sipinfo.json`: letters and digits only, whatever the name holds. */
export function fileNameOf(name: string): string {
	const plain = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
	return `${plain || 'phone'}.sipinfo.json`;
}
