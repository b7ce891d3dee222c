import { type Palette, PALETTES } from '../../ladder/palette.ts';

type Colours = Readonly<Record<string, string>>;

/** A palette's colours by the names of their custom properties. */
function named({ tones, accents, ...others }: Palette): Colours {
	return {
		...others,
		...Object.fromEntries(Object.entries(tones).map(([tone, colour]) => [`tone-${tone}`, colour])),
		...Object.fromEntries(accents.map((colour, index) => [`accent-${index}`, colour]))
	};
}

/** Draws in whatever colours the page's theme has. */
export const CSS_PALETTE: Palette = {
	...(references(PALETTES.light, '') as unknown as Palette),
	tones: references(PALETTES.light.tones, 'tone-') as Palette['tones'],
	accents: PALETTES.light.accents.map((_, index) => `var(--accent-${index})`)
};

/** Custom properties of both themes; paper is always light. */
export const PALETTE_CSS = `:root{color-scheme:light dark;${declarations(named(PALETTES.light))}}
@media screen and (prefers-color-scheme:dark){:root{${declarations(named(PALETTES.dark))}}}`;

function references(colours: object, prefix: string): Colours {
	return Object.fromEntries(Object.keys(colours).map((name) => [name, `var(--${prefix}${name})`]));
}

function declarations(colours: Colours): string {
	return Object.entries(colours)
		.map(([name, colour]) => `--${name}:${colour}`)
		.join(';');
}
