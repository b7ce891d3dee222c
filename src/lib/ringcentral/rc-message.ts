/**
 * RingCentral's XML message, `<Msg><Hdr SID="…" Cmd="6"/><Bdy Cln="…"/></Msg>`: the body of a MESSAGE
 * with Content-Type `x-rc/agent`, or the value of an INVITE's P-rc field.
 */
export interface RcMessage {
	header: Record<string, string>;
	body: Record<string, string>;
	/** `Hdr Cmd`, or -1 where it is absent or no number. See `commandName`. */
	command: number;
}

/** Reads a message; `undefined` where there is no `Hdr` and `Bdy` within a `Msg`. */
export function parseRcMessage(xml: string): RcMessage | undefined {
	if (!isRcMessage(xml)) return undefined;
	const header = attributesOf(xml, HEADER);
	return { header, body: attributesOf(xml, BODY), command: commandNumber(header['Cmd']) };
}

/** Whether `parseRcMessage` reads it. */
export function isRcMessage(xml: string): boolean {
	return MESSAGE.test(xml) && HEADER.test(xml) && BODY.test(xml);
}

/** Value of `Hdr Cmd`; -1 where it is absent or no number. */
export function commandNumber(cmd = ''): number {
	return /^\d{1,9}$/.test(cmd) ? Number(cmd) : -1;
}

/** Writes a message in one line, as the SDK does. */
export function composeRcMessage(
	header: Readonly<Record<string, string>>,
	body: Readonly<Record<string, string>>
): string {
	return `<Msg><Hdr${composeAttributes(header)}/><Bdy${composeAttributes(body)}/></Msg>`;
}

const MESSAGE = /^\s*(?:P-rc: \s*)?(?:<\?[^>]*\?>\s*)?<Msg[\s>]/;
const HEADER = /<Hdr(?=[\s/>])/;
const BODY = /<Bdy(?=[\s/>])/;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** The attributes of the first element that opens like this; of a repeated one the first counts. */
function attributesOf(xml: string, opening: RegExp): Record<string, string> {
	const open = opening.exec(xml);
	ATTRIBUTE.lastIndex = open === null ? xml.length : open.index + open[0].length;
	// Without a prototype, so that any name is one of its own.
	const attributes = Object.create(null) as Record<string, string>;
	for (let found = ATTRIBUTE.exec(xml); found !== null; found = ATTRIBUTE.exec(xml)) {
		const [, name = '', double, single] = found;
		attributes[name] ??= decoded(double ?? single ?? '');
	}
	return attributes;
}

/**
 * Reads one attribute of a message, and no other: `''` where the message has none. It is made once for
 * each, for what is asked of every message of a trace.
 */
export function attributeReader(element: 'Hdr' | 'Bdy', name: string): (xml: string) => string {
	const value = `\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
	const others = `(?:\\s+[^\\s=<>"'/]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*?`;
	const attribute = new RegExp(`<${element}(?=[\\s/>])${others}\\s+${name}${value}`);
	return (xml) => {
		const [, double, single] = attribute.exec(xml) ?? [];
		return decoded(double ?? single ?? '');
	};
}

function composeAttributes(attributes: Readonly<Record<string, string>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${encoded(value)}"`)
		.join('');
}

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

function encoded(value: string): string {
	return value
		.replace(/[&<>"']/g, (character) => `&${ENTITY_NAMES.get(character)};`)
		.replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function decoded(value: string): string {
	if (!value.includes('&')) return value;
	return value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,4}));/gi, (entity, ...found) => {
		const [decimal, hexadecimal, name] = found as (string | undefined)[];
		if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? '') : entity;
		const code = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal ?? '', 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
	});
}
