import type { TraceFormat, TraceWriter } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';

export type WritableFormat = TraceFormat & { readonly writer: TraceWriter };

/** The formats in which a trace can go out. */
export const WRITABLE_FORMATS: readonly WritableFormat[] = FORMATS.filter(
	(format): format is WritableFormat => format.writer !== undefined
);
