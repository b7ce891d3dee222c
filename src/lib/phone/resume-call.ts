import type { RunningCall } from './running-call.ts';

/**
 * Goes on with a call whose page is gone. The dialog is what both sides' tags say; the media are new,
 * so this is an offer of other keys and addresses (RFC 8842 §4.3). Rejects where the edge refuses.
 */
export async function reconnectCall({ session, held, muted }: RunningCall): Promise<void> {
	await session.init();
	await session.reInvite(!held);
	if (muted) session.mute();
}
