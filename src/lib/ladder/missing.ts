import type { Ends } from './lanes.ts';
import type { Missing } from './row.ts';
import type { Vain } from './waiting.ts';

/** The row of what should have followed a message, from whoever should have sent it. */
export function missingOf({ message, at, because }: Vain, { phone, server }: Ends): Missing {
	const { entry, head, transaction } = message;
	const isSent = entry.direction === 'sent';
	const isRequest = head.kind === 'request';
	const begun = (transaction?.responses.length ?? 0) > 0;
	const waiting = isRequest ? head.method : `${head.status} ${head.reason}`;
	return {
		type: 'missing',
		seq: entry.seq,
		at,
		from: isSent ? server : phone,
		to: isSent ? phone : server,
		label: isRequest ? (begun ? 'no final response' : 'no response') : 'no ACK',
		note: `to ${waiting} · ${because === 'timeout' ? 'within 32 s' : 'socket closed'}`,
		message
	};
}
