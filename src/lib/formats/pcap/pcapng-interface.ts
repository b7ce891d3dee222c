import { type Instant, SECOND } from '../../trace/instant.ts';

/** What packets of a section were captured from. */
export interface Interface {
	readonly linkType: number;
	readonly snapLength: number;
	/** When a packet came, by the two halves of its stamp. */
	instantOf(high: number, low: number): Instant;
}

/** Options (draft-ietf-opsawg-pcapng §3.5, §4.2, §4.6). */
const END_OF_OPTIONS = 0;
const TIME_RESOLUTION = 9;
const TIME_OFFSET = 14;
const DROPPED_BY_INTERFACE = 5;
const DROPPED_BY_SYSTEM = 7;

const WORD = 2 ** 32;

/** Reads the body of an Interface Description Block. */
export function readInterface(
	view: DataView,
	at: number,
	end: number,
	littleEndian: boolean
): Interface {
	let resolution = 6;
	let offset = 0;
	if (at + 8 > end) return { linkType: -1, snapLength: Infinity, instantOf: instantsOf(6, 0) };
	for (const option of optionsIn(view, at + 8, end, littleEndian)) {
		if (option.code === TIME_RESOLUTION && option.length >= 1) {
			resolution = view.getUint8(option.at);
		} else if (option.code === TIME_OFFSET && option.length >= 8) {
			offset = Number(view.getBigInt64(option.at, littleEndian));
		}
	}
	return {
		linkType: view.getUint16(at, littleEndian),
		snapLength: view.getUint32(at + 4, littleEndian) || Infinity,
		instantOf: instantsOf(resolution, offset)
	};
}

/** How many packets the options of an Interface Statistics Block say were dropped. */
export function droppedIn(view: DataView, at: number, end: number, littleEndian: boolean): number {
	let dropped = 0;
	for (const { code, length, at: place } of optionsIn(view, at, end, littleEndian)) {
		if (code !== DROPPED_BY_INTERFACE && code !== DROPPED_BY_SYSTEM) continue;
		if (length >= 8) dropped += Number(view.getBigUint64(place, littleEndian));
	}
	return dropped;
}

/**
 * @param resolution `if_tsresol`: a power of 10, or of 2 where its highest bit is set, in which stamps
 *   part a second.
 * @param offset `if_tsoffset`: seconds that are added to each.
 */
function instantsOf(resolution: number, offset: number): Interface['instantOf'] {
	const added = offset * SECOND;
	const exponent = resolution & 0x7f;
	if (resolution >= 0x80 || exponent < 6) {
		const units = (resolution >= 0x80 ? 2n : 10n) ** BigInt(exponent);
		return (high, low) =>
			Number((((BigInt(high) << 32n) | BigInt(low)) * BigInt(SECOND)) / units) + added;
	}
	// No product of these is beyond what a number holds exactly, up to picoseconds.
	const divisor = 10 ** (exponent - 6);
	const quotient = Math.floor(WORD / divisor);
	const remainder = WORD % divisor;
	return (high, low) => high * quotient + Math.floor((high * remainder + low) / divisor) + added;
}

interface Option {
	readonly code: number;
	readonly at: number;
	readonly length: number;
}

function* optionsIn(
	view: DataView,
	at: number,
	end: number,
	littleEndian: boolean
): Generator<Option> {
	while (at + 4 <= end) {
		const code = view.getUint16(at, littleEndian);
		const length = view.getUint16(at + 2, littleEndian);
		if (code === END_OF_OPTIONS || at + 4 + length > end) return;
		yield { code, at: at + 4, length };
		at += 4 + Math.ceil(length / 4) * 4;
	}
}
