import { CLOSE, STREAM_PROTOCOL } from '../stream/protocol.ts';
import { TRACE_FORMAT } from '../trace/trace.ts';

/** What the first line of a stream says. */
export interface Hello {
	/** The stream's id, which becomes the trace's. */
	stream: string;
	/** All before this `seq` is stored. */
	from: number;
	name: string;
	createdAt: number;
	/** Of the app's programs: `browser`, `sdk`. */
	versions: Readonly<Record<string, string>>;
}

export interface Refusal {
	code: number;
	reason: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const LONGEST_NAME = 200;

/** Reads the header of a stream (docs/trace-format.md, with `protocol`, `stream` and `from`). */
export function readHello(text: string): Hello | Refusal {
	const members = parsed(text);
	if (members?.['type'] !== 'sipscope-trace')
		return misunderstood('the first message is no header of a Sipscope trace');
	const { format, protocol, stream, from, name, createdAt, versions } = members;
	if (protocol !== STREAM_PROTOCOL)
		return { code: CLOSE.otherVersion, reason: `this Sipscope speaks protocol ${STREAM_PROTOCOL}` };
	if (format !== TRACE_FORMAT)
		return { code: CLOSE.otherVersion, reason: `this Sipscope reads format ${TRACE_FORMAT}` };
	if (typeof stream !== 'string' || !UUID.test(stream)) return misunderstood('stream is no UUID');
	if (!isCount(from)) return misunderstood('from is no seq');
	if (!isCount(createdAt)) return misunderstood('createdAt is no instant');
	return {
		stream,
		from,
		createdAt,
		name: typeof name === 'string' && name.trim() !== '' ? name.slice(0, LONGEST_NAME) : 'An app',
		versions: strings(versions)
	};
}

export function isRefusal(read: Hello | Refusal): read is Refusal {
	return 'code' in read;
}

function misunderstood(reason: string): Refusal {
	return { code: CLOSE.notUnderstood, reason };
}

function parsed(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

function strings(value: unknown): Record<string, string> {
	const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(members.filter(([, member]) => typeof member === 'string'));
}
