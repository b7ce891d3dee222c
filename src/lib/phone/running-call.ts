import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import type { Instant } from '../trace/instant.ts';
import type { CallAction, CallFacts } from './call-actions.ts';
import type { CallMedia } from './call-media.ts';
import type { WarmTransfer } from './warm-transfer.ts';

export type CallSession = InboundCallSession | OutboundCallSession;

/** A call of a running phone: the SDK's session, and what the SDK does not keep of it. */
export class RunningCall implements CallFacts {
	readonly session: CallSession;
	readonly callId: string;
	readonly direction: 'inbound' | 'outbound';
	readonly startedAt: Instant;
	answeredAt?: Instant;
	held = false;
	muted = false;
	recording = false;
	/** The page that had it is gone, and a re-INVITE is to bring it here. */
	resuming = false;
	/** Actions under way. */
	readonly busy = new Set<CallAction>();
	/** Why there is no call: `486 Busy Here`, or what the SDK threw. */
	failure?: string;
	/** What went wrong with the last action, in a call that goes on. */
	actionProblem?: string;
	/** Why no sound can flow. */
	mediaProblem?: string;
	/** Given up by us, kept for ever by the SDK, in state `init`; its `dispose()` will throw. */
	ghost = false;
	/** The transfer that this call is in, held while the target is talked to. */
	warmTransfer?: WarmTransfer;
	/** The held call, where this one asks the target of its warm transfer. */
	consultationOf?: RunningCall;
	media?: CallMedia;
	/** Status code and reason of the last response to this call. */
	lastResponse?: string;
	/** Resolves when the SDK has disposed of the session. */
	readonly ended: Promise<void>;

	constructor(session: CallSession, startedAt: Instant) {
		this.session = session;
		this.callId = session.callId;
		this.direction = session.direction;
		this.startedAt = startedAt;
		this.ended = new Promise((resolve) => session.once('disposed', resolve));
	}

	/** The SDK's own state. */
	get state(): CallSession['state'] {
		return this.session.state;
	}

	/** The INVITE had a `P-rc` header, without which the SDK cannot decline, forward or reply. */
	get controllable(): boolean {
		return Boolean(this.session.sipMessage?.getHeader('P-rc'));
	}

	get consulting(): boolean {
		return this.consultationOf !== undefined;
	}

	get transferReady(): boolean {
		return this.warmTransfer?.controls !== undefined;
	}

	/** What the person should see first. */
	get problem(): string | undefined {
		return this.mediaProblem ?? this.actionProblem;
	}

	/** The person has seen it. */
	set problem(_seen: undefined) {
		this.mediaProblem = undefined;
		this.actionProblem = undefined;
	}

	get remoteNumber(): string {
		const { session, direction } = this;
		if (!session.remotePeer && direction === 'outbound') return session.remoteNumber;
		return /sips?:([^@;>]+)/.exec(session.remotePeer ?? '')?.[1] ?? '';
	}

	get remoteName(): string | undefined {
		return /^\s*"([^"]+)"/.exec(this.session.remotePeer ?? '')?.[1];
	}

	/** Stops waiting for a call that the SDK keeps for ever. */
	giveUp(reason: string): void {
		this.failure = reason;
		this.ghost = true;
	}

	/** It goes on after all. */
	takeUp(): void {
		this.failure = undefined;
		this.ghost = false;
	}

	/** How loud the remote side is now, 0 to 1. */
	level(): number {
		return this.media?.level() ?? 0;
	}
}
