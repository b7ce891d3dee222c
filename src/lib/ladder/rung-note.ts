import type { CommandContent, InfoContent } from '../analysis/content.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { keepAlive } from '../sip/keep-alive.ts';

/** What a rung says beside its label; `''` where the label says it all. */
export function noteOf(message: SeenMessage): string {
	const { entry, head } = message;
	const parts =
		head.kind === 'request'
			? requestNotes(message)
			: head.kind === 'response'
				? responseNotes(message)
				: [unreadableNote(message)];
	if (entry.undelivered) parts.push('never left the phone');
	return parts.filter(Boolean).join(' · ');
}

/** The 2xx that an ACK acknowledges: of a fork's, the one with its tag. */
export function acknowledgedBy({ head, transaction }: SeenMessage): SeenMessage | undefined {
	if (head.kind !== 'request' || head.method !== 'ACK') return undefined;
	return transaction?.responses.find(
		(one) => one.head.status >= 200 && one.head.status < 300 && one.head.toTag === head.toTag
	);
}

function unreadableNote({ entry }: SeenMessage): string {
	if (entry.text === undefined) return `${entry.bytes.length} bytes`;
	return keepAlive(entry.text) ? 'keeps the connection alive' : 'not SIP';
}

function acknowledgedNote(ack: SeenMessage): string {
	const head = acknowledgedBy(ack)?.head ?? ack.transaction?.final?.head;
	return head ? `for ${head.status} ${head.reason}`.trim() : '';
}

function requestNotes(message: SeenMessage): string[] {
	const { head, content, entry, attempt } = message;
	switch (head.method) {
		case 'REGISTER':
			return [
				content?.credentials ? 'with credentials' : '',
				attempt ? `expires ${attempt.askedSeconds}` : ''
			];
		case 'INVITE':
			if (content?.credentials) return ['with credentials'];
			return [content?.command ? commandNote(content.command) : '', sessionNote(message)];
		case 'MESSAGE':
			return content?.command ? [commandNote(content.command), clientNote(message)] : [];
		case 'INFO':
			return content?.info ? [infoNote(content.info)] : [];
		case 'REFER':
			if (!content?.referTo) return [];
			return [`to ${content.referTo.number}`, content.referTo.replaces ? 'replaces a call' : ''];
		case 'NOTIFY':
			return content?.sipfrag ? [`${content.sipfrag.status} ${content.sipfrag.reason}`.trim()] : [];
		case 'ACK':
			return [acknowledgedNote(message)];
		case 'BYE':
			return entry.direction === 'sent' ? ['hangs up'] : [];
		default:
			return [];
	}
}

function responseNotes(message: SeenMessage): string[] {
	if (message.head.method === 'INVITE') return [sessionNote(message)];
	if (message.head.method === 'REGISTER') return [grantedNote(message)];
	return [];
}

function grantedNote({ attempt, head }: SeenMessage): string {
	if (!attempt || head.status < 200 || head.status >= 300) return '';
	if (attempt.kind === 'unregister') return 'unregistered';
	return attempt.grantedSeconds === undefined ? '' : `granted ${attempt.grantedSeconds} s`;
}

/** More of them are counted. */
const MOST_CODECS = 3;

/** `sdp opus pcmu sendrecv`; within a call the codecs are known, and the direction tells of a hold. */
function sessionNote({ content, transaction, head }: SeenMessage): string {
	if (!content?.sdp) return '';
	const { direction } = content.sdp;
	if ((transaction?.request?.head.toTag ?? '') === '') {
		return ['sdp', ...codecNotes(content.sdp.codecs), direction].join(' ');
	}
	const holds = head.kind === 'request' && (direction === 'sendonly' || direction === 'inactive');
	return `sdp ${direction}${holds ? ' · hold' : ''}`;
}

function codecNotes(codecs: readonly string[]): string[] {
	const others = codecs.length - MOST_CODECS;
	return others > 0 ? [...codecs.slice(0, MOST_CODECS), `+${others}`] : [...codecs];
}

function commandNote({ number, name }: CommandContent): string {
	return `Cmd ${number} ${name}`.trim();
}

/** The SDK drops a MESSAGE for another client before its own log sees it, and never answers it. */
function clientNote({ content, entry, userAgent }: SeenMessage): string {
	const client = content?.command?.client;
	const foreign =
		entry.direction === 'received' &&
		client !== undefined &&
		userAgent.clientId !== undefined &&
		client !== userAgent.clientId;
	return foreign ? 'for another client: hidden by the SDK' : '';
}

function infoNote({ command, code, description }: InfoContent): string {
	return [command, code ?? '', description ?? ''].join(' ').trim();
}
