import { decodeXml, encodeXml } from './xml-text.ts';

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
		attributes[name] ??= decodeXml(double ?? single ?? '');
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
		return decodeXml(double ?? single ?? '');
	};
}

function composeAttributes(attributes: Readonly<Record<string, string>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${encodeXml(value)}"`)
		.join('');
}
