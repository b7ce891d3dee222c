import type { Analysis } from '../../analysis.ts';
import type { Connection } from '../../connection.ts';
import { countBefore } from '../../../trace/count-before.ts';

/** As many of the connections before or after are looked at. */
const LOOK_FAR = 50;

/** Those of the same phone and instance, near a connection in the order in which they were first seen. */
export function nearby(connection: Connection, { connections }: Analysis): Connection[] {
	if (connection.phone === undefined) return [];
	const at = indexOf(connections, connection);
	return connections
		.slice(Math.max(0, at - LOOK_FAR), at + 1 + LOOK_FAR)
		.filter((one) => one !== connection && isSamePhone(one, connection));
}

/** Those of them that came before it, and were opened. */
export function openedBefore(connection: Connection, analysis: Analysis): Connection[] {
	return nearby(connection, analysis).filter(
		(one) => one.openedAt !== undefined && one.firstSeq < connection.firstSeq
	);
}

/** The first of them that came after it, and was opened. */
export function openedAfter(connection: Connection, analysis: Analysis): Connection | undefined {
	return nearby(connection, analysis).find(
		(one) => one.openedAt !== undefined && one.firstSeq > connection.firstSeq
	);
}

/** They are in order of their first entries. */
function indexOf(connections: readonly Connection[], { firstSeq }: Connection): number {
	return countBefore(
		connections.length,
		(at) => (connections[at]?.firstSeq ?? Infinity) < firstSeq
	);
}

function isSamePhone(one: Connection, { phone, instance }: Connection): boolean {
	return one.phone === phone && one.instance === instance;
}
