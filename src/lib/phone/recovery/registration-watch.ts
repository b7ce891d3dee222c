import type { RecordingSipClient } from '../../capture/recording-sip-client.ts';
import type { RecoveryInput } from './recovery-state.ts';

/** What we read of the SDK's messages. */
interface SipMessage {
	subject: string;
	getHeader(name: string): string | undefined;
}

interface Pending {
	number: string;
	authorized: boolean;
	unregisters: boolean;
}

/** Tells of what the REGISTERs of a SIP client come to; an unregistration is nobody's loss. */
export function watchRegistration(
	sipClient: RecordingSipClient,
	hear: (input: RecoveryInput) => void
): void {
	let pending: Pending | undefined;
	sipClient.on('outboundMessage', (message: SipMessage) => {
		if (!message.subject.startsWith('REGISTER ')) return;
		pending = pendingOf(message);
		// The SDK guards the first REGISTER alone, not the one with credentials.
		if (!pending.authorized) hear({ kind: 'registering' });
	});
	sipClient.on('inboundMessage', (message: SipMessage) => {
		const status = Number(/^SIP\/2\.0 (\d{3})/.exec(message.subject)?.[1] ?? 0);
		if (status < 200 || !pending || cseqNumberOf(message) !== pending.number) return;
		if (!pending.authorized) hear({ kind: 'answered' });
		const outcome = outcomeOf(pending, status, message);
		if (outcome) hear(outcome);
	});
}

function pendingOf(message: SipMessage): Pending {
	return {
		number: cseqNumberOf(message),
		authorized: message.getHeader('Authorization') !== undefined,
		unregisters: /;expires=0\b/.test(message.getHeader('Contact') ?? '')
	};
}

function outcomeOf(
	{ authorized, unregisters }: Pending,
	status: number,
	message: SipMessage
): RecoveryInput | undefined {
	if (unregisters) return undefined;
	if (status < 300) {
		// As the SDK reads it, which fails where there is none.
		const expires = /;expires=(\d+)/.exec(message.getHeader('Contact') ?? '')?.[1];
		return expires === undefined
			? undefined
			: { kind: 'registered', expiresSeconds: Number(expires) };
	}
	const isChallenge = status === 401 && !authorized;
	return isChallenge ? undefined : { kind: 'refused', status };
}

function cseqNumberOf(message: SipMessage): string {
	return message.getHeader('CSeq')?.trim().split(/\s+/)[0] ?? '';
}
