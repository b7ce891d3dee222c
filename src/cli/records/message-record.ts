import type { SeenMessage } from '../../lib/analysis/seen-message.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import { isoTime } from '../output/times.ts';

/** A message as a line of JSON: documented in docs/command-line.md. What is absent was not seen. */
export function messageRecord(message: SeenMessage, trace: ReadTrace): object {
	const { entry, head, call, retransmissionOf } = message;
	const isResponse = head.kind === 'response';
	return {
		seq: entry.seq,
		time: isoTime(entry.at),
		approximate: entry.approximate,
		kind: head.kind,
		direction: entry.direction,
		undelivered: entry.undelivered,
		method: head.method || undefined,
		status: isResponse ? head.status : undefined,
		reason: isResponse ? head.reason : undefined,
		uri: head.uri || undefined,
		cseq: head.cseq < 0 ? undefined : head.cseq,
		callId: head.callId || undefined,
		from: head.from || undefined,
		to: head.to || undefined,
		...seenBy(message, trace),
		connection: entry.connection,
		...entry.path,
		call: call?.id,
		conversation: call?.conversation.id,
		retransmissionOf: retransmissionOf?.entry.seq,
		findings: trace.findings.at(entry.seq).map(({ rule }) => rule)
	};
}

/** Who saw something: the phone's name where it has one. */
export function seenBy({ userAgent }: Pick<SeenMessage, 'userAgent'>, { analysis }: ReadTrace) {
	const { phone, instance } = userAgent;
	const name = phone === undefined ? undefined : analysis.phones.get(phone)?.name;
	return { phone: name ?? phone, instance };
}
