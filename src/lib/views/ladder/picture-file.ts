import { printMermaid } from '../../ladder/mermaid.ts';
import type { Theme } from '../../ladder/palette.ts';
import type { Picture } from '../../ladder/picture.ts';
import { printSvg } from '../../ladder/svg.ts';
import { printPicture } from '../../ladder/text.ts';

export type Format = 'png' | 'svg' | 'mermaid' | 'text';

export const FORMATS: Readonly<Record<Format, { name: string; extension: string; type: string }>> =
	{
		png: { name: 'PNG', extension: 'png', type: 'image/png' },
		svg: { name: 'SVG', extension: 'svg', type: 'image/svg+xml' },
		mermaid: { name: 'Mermaid', extension: 'mmd', type: 'text/plain' },
		text: { name: 'Text', extension: 'txt', type: 'text/plain' }
	};

/** Pixels of a PNG for each of its picture's. */
const SHARPNESS = 2;
/** What every browser can draw at once, in pixels (of a side, and of the whole). */
const LONGEST_SIDE = 16_000;
const LARGEST_AREA = 130_000_000;

/** A picture as text; of a PNG, the SVG that it is drawn from. */
export function textOf(picture: Picture, format: Format, theme: Theme): string {
	if (format === 'mermaid') return printMermaid(picture);
	return format === 'text' ? printPicture(picture) : printSvg(picture, theme);
}

/** Draws an SVG as PNG, as sharp as there is room for. Rejects where the browser cannot. */
export async function drawPng(svg: string): Promise<Blob> {
	const image = new Image();
	image.src = svgUrl(svg);
	await image.decode();
	const { width, height } = image;
	const scale = Math.min(
		SHARPNESS,
		LONGEST_SIDE / Math.max(width, height),
		Math.sqrt(LARGEST_AREA / (width * height))
	);
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
	});
}

export function svgUrl(svg: string): string {
	return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** `101 → 102` as SVG: `ladder-101-102.svg`; letters and digits only, whatever the title holds. */
export function pictureName(title: string, format: Format): string {
	const plain = title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${['ladder', plain].filter(Boolean).join('-')}.${FORMATS[format].extension}`;
}
