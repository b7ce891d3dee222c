const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'"
};

const ENTITY_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(ENTITIES).map(([name, character]) => [character, name])
);

/** A text as it is written in XML, in an attribute too. */
export function encodeXml(value: string): string {
	return value
		.replace(/[&<>"']/g, (character) => `&${ENTITY_NAMES.get(character)};`)
		.replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What a text in XML says; an entity that is not known stays. */
export function decodeXml(value: string): string {
	if (!value.includes('&')) return value;
	return value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,4}));/gi, (entity, ...found) => {
		const [decimal, hexadecimal, name] = found as (string | undefined)[];
		if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? '') : entity;
		const code = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal ?? '', 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
	});
}
