import { isRtp } from './fields.ts';
import type { SdpLine } from './line.ts';
import type { Report } from './read-section.ts';
import type { Section } from './section.ts';
import { staticPayload } from './static-payloads.ts';
import { numberOf } from './words.ts';

/** Where the description begins, for what is missing of it. */
const BEGINNING: SdpLine = { type: '', value: '', offset: 0, length: 0 };

/** Reports what is wrong with a description that no single line is to blame for. */
export function checkDescription(
	session: Section,
	sections: readonly Section[],
	report: Report
): void {
	checkMandatory(session, report);
	checkOrder('vosiuepcbtrzka', session, report);
	for (const section of sections) {
		checkOrder('micbka', section, report);
		checkConnection(section, session, report);
		checkPayloads(section, report);
		checkIceCredentials(section, session, report);
	}
	checkGroups(session, sections, report);
}

function checkMandatory({ version, origin, name, times }: Section, report: Report): void {
	if (version === undefined) report('version-missing', BEGINNING, 'RFC 8866 §5.1');
	if (origin === undefined) report('origin-missing', BEGINNING, 'RFC 8866 §5.2');
	if (name === undefined) report('name-missing', BEGINNING, 'RFC 8866 §5.3');
	if (times.length === 0) report('timing-missing', BEGINNING, 'RFC 8866 §5.9');
}

/** Lines have a fixed order, so that a reader can tell early what is none (RFC 8866 §5). */
function checkOrder(order: string, { lines }: Section, report: Report): void {
	let furthest = 0;
	for (const line of lines) {
		const place = order.indexOf(line.type === 'r' ? 't' : line.type);
		if (line.type === '' || place < 0) continue;
		if (place < furthest) report('line-misplaced', line, 'RFC 8866 §5');
		furthest = Math.max(furthest, place);
	}
}

/** A section that is refused needs no address, whatever the letter says. */
function checkConnection(section: Section, session: Section, report: Report): void {
	const [line] = section.lines;
	const needed = section.media !== undefined && section.media.port > 0;
	if (!line || !needed || section.address !== undefined || session.address !== undefined) return;
	report('connection-missing', line, 'RFC 8866 §5.7');
}

/** A dynamic payload type says nothing by itself. */
function checkPayloads(section: Section, report: Report): void {
	const { media, codecs, lines } = section;
	const [line] = lines;
	if (!line || !media || media.port === 0 || !isRtp(media.protocol)) return;
	const types = media.formats.map((format) => numberOf(format, 0, format.length));
	const unnamed = types.some((type) => type >= 0 && !codecs.has(type) && !staticPayload(type));
	if (unnamed) report('payload-unnamed', line, 'RFC 8866 §5.14');
}

function checkIceCredentials(section: Section, session: Section, report: Report): void {
	const line = section.lines.find(({ value }) => value.startsWith('candidate:'));
	const ufrag = section.iceUfrag ?? session.iceUfrag;
	const pwd = section.icePwd ?? session.icePwd;
	if (!line || section.candidates.length === 0 || (ufrag !== undefined && pwd !== undefined))
		return;
	report('ice-credentials-missing', line, 'RFC 8839 §5.4');
}

function checkGroups(session: Section, sections: readonly Section[], report: Report): void {
	const mids = new Set<string>();
	for (const { mid, lines } of sections) {
		if (mid === undefined) continue;
		const line = lines.find(({ value }) => value === `mid:${mid}`);
		if (mids.has(mid) && line) report('mid-repeated', line, 'RFC 5888 §4');
		mids.add(mid);
	}
	for (const line of session.lines) {
		const [, ...named] = /^group:(.*)$/.exec(line.value)?.[1]?.split(/[ \t]+/) ?? [];
		if (line.type !== 'a' || named.every((mid) => mids.has(mid))) continue;
		report('group-unresolved', line, 'RFC 5888 §5');
	}
}
