import { TRACE_FORMAT, type TraceHeader } from '../../trace/trace.ts';
import { FormatError } from '../format-error.ts';
import type { Reading } from '../reading.ts';

/** What a Sipscope file begins with, so that it is known by its content. */
const TYPE = 'sipscope-trace';

/** A trace's file by its first bytes: `{ "type": "sipscope-trace", …`. */
export const BEGINNING = /^\s*\{\s*"type"\s*:\s*"sipscope-trace"\s*,/;

/** The header's members, without the brackets around them. */
export function printHeader(header: TraceHeader): string {
	const { id, source, ...told } = header;
	void [id, source];
	return JSON.stringify({ type: TYPE, ...told }).slice(1, -1);
}

/**
 * What a file says of its trace. It gets another id, and is no longer live.
 *
 * @throws FormatError `newer-version`.
 */
export function readHeader(members: Readonly<Record<string, unknown>>): Reading['header'] {
	const { format, name, createdAt, versions } = members;
	if (typeof format === 'number' && format > TRACE_FORMAT) throw new FormatError('newer-version');
	return {
		...(typeof name === 'string' && { name }),
		...(isInstant(createdAt) && { createdAt }),
		...(isVersions(versions) && { versions })
	};
}

function isInstant(value: unknown): value is number {
	return Number.isSafeInteger(value);
}

function isVersions(value: unknown): value is TraceHeader['versions'] {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((version) => typeof version === 'string')
	);
}
