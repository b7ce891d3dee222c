/** Hands something to the browser as a download. */
export function saveBlob(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has begun by then, and holds the blob itself.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
