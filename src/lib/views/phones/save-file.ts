import { saveBlob } from '../../ui/save-blob.ts';

/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string): void {
	saveBlob(name, new Blob([text], { type: 'application/json' }));
}

/** `Front desk` → `front-desk.sipinfo.json`: letters and digits only, whatever the name holds. */
export function fileNameOf(name: string): string {
	const plain = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
	return `${plain || 'phone'}.sipinfo.json`;
}
