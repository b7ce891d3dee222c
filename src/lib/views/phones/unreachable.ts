import { instanceOf } from '../../phone/profile.ts';
import type { Phone } from '../../phone/phone.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';

/** The address that a phone dialled last, where its WebSocket closed without ever having been open. */
export function unreachableUrl(
	{ profile }: Phone,
	trace: OpenTrace | undefined
): string | undefined {
	const instance = instanceOf(profile);
	const last = trace?.analysis.connections.findLast(
		(connection) => connection.phone === profile.id && connection.instance === instance
	);
	return last && last.openedAt === undefined && last.closedAt !== undefined ? last.url : undefined;
}
