import { type Duration, MILLISECOND } from '../trace/instant.ts';

/** What is being looked at in a trace; the URL holds exactly this, so that links and Back restore it. */
export interface Where {
	view: View;
	/** A conversation's id. */
	conversation?: string;
	/** The selected message's `seq`. */
	message?: number;
	/** `seq` of the message that the selected one is compared with. */
	compare?: number;
	/** From when it is looked at, in whole milliseconds since the first entry; unless told, the present. */
	moment?: Duration;
	filter: string;
}

export const VIEWS = ['ladder', 'messages', 'calls', 'registrations', 'findings'] as const;
export type View = (typeof VIEWS)[number];

/** Unknown or malformed parts are read as absent: a mistyped link still opens the trace. */
export function readWhere(view: string | undefined, query: URLSearchParams): Where {
	const moment = query.get('at');
	return {
		view: VIEWS.find((known) => known === view) ?? 'ladder',
		conversation: query.get('call') ?? undefined,
		message: readSeq(query.get('message')),
		compare: readSeq(query.get('compare')),
		moment:
			moment !== null && /^-?\d{1,12}$/.test(moment) ? Number(moment) * MILLISECOND : undefined,
		filter: query.get('filter') ?? ''
	};
}

function readSeq(text: string | null): number | undefined {
	return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The path and query of a place in a trace. */
export function hrefOf(traceId: string, where: Where): string {
	const query = new URLSearchParams();
	if (where.conversation !== undefined) query.set('call', where.conversation);
	if (where.filter !== '') query.set('filter', where.filter);
	if (where.message !== undefined) query.set('message', String(where.message));
	if (where.compare !== undefined) query.set('compare', String(where.compare));
	if (where.moment !== undefined) query.set('at', String(Math.round(where.moment / MILLISECOND)));
	const text = query.toString();
	return `/traces/${encodeURIComponent(traceId)}/${where.view}${text ? `?${text}` : ''}`;
}
