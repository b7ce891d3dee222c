import type { RunningCall } from './running-call.ts';

/** A transfer after a word with its target. */
export interface WarmTransfer {
	target: string;
	/** The call to the target, once it is made. */
	consultation?: RunningCall;
	/** The SDK gives them when the target has answered. */
	controls?: { complete(): Promise<void>; cancel(): Promise<void> };
}

/**
 * Holds `call` and calls `target`; resolves when the target has answered, or refused. The phone links
 * the consultation as soon as the SDK makes it, since the SDK tells of it only then.
 */
export async function startWarmTransfer(call: RunningCall, target: string): Promise<void> {
	const transfer: WarmTransfer = { target };
	call.warmTransfer = transfer;
	try {
		const { complete, cancel, newSession } = await call.session.warmTransfer(target);
		if (newSession.state === 'answered') transfer.controls = { complete, cancel };
	} finally {
		if (!transfer.controls) abandonTransfer(call, transfer);
	}
}

/** Ends when the edge has sent BYE on both legs. */
export async function completeWarmTransfer(call: RunningCall): Promise<void> {
	await call.warmTransfer?.controls?.complete();
}

/** Hangs up on the target and goes back to the held call. */
export async function cancelWarmTransfer(call: RunningCall): Promise<void> {
	await call.warmTransfer?.controls?.cancel();
	call.warmTransfer = undefined;
	call.held = false;
}

/** `consultation` is the call that the SDK just made for `call`'s transfer: the hold is done. */
export function linkConsultation(call: RunningCall, consultation: RunningCall): void {
	if (!call.warmTransfer) return;
	call.warmTransfer.consultation = consultation;
	call.held = true;
	consultation.consultationOf = call;
}

/** The target is gone: its call is still held, and the SDK's promise will never settle. */
export function endConsultation(consultation: RunningCall): void {
	const call = consultation.consultationOf;
	if (call?.warmTransfer?.consultation === consultation) call.warmTransfer = undefined;
}

/** A consultation that the SDK left in `init` was refused, and will never end by itself. */
function abandonTransfer(call: RunningCall, { consultation }: WarmTransfer): void {
	call.warmTransfer = undefined;
	if (consultation?.state === 'init') consultation.giveUp(consultation.lastResponse ?? 'refused');
}
