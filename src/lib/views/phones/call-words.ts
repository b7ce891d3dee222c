import type { RunningCall } from '../../phone/running-phone.ts';

/** A call's state in a few words, as the phone that has it sees it. */
export function callWords(call: RunningCall): string {
	if (call.failure !== undefined) return call.failure;
	if (call.resuming) return 'moving to another tab …';
	if (call.warmTransfer && !call.transferReady) return `held, asking ${call.warmTransfer.target} …`;
	if (call.warmTransfer) return `held, ${call.warmTransfer.target} answered`;
	switch (call.state) {
		case 'init':
			return call.direction === 'outbound' ? 'calling …' : 'arriving …';
		case 'ringing':
			return call.direction === 'outbound' ? 'ringing there' : 'rings';
		case 'answered':
			return [
				call.held ? 'on hold' : 'answered',
				call.muted && 'muted',
				call.recording && 'recorded'
			]
				.filter(Boolean)
				.join(' · ');
		case 'disposed':
			return 'ended';
		case 'failed':
			return 'failed';
	}
}

/** Who is at the other end: a name where the call has one, else the number. */
export function peerOf(call: RunningCall): { title: string; number?: string } {
	const { remoteName, remoteNumber } = call;
	if (remoteName && remoteName !== remoteNumber) return { title: remoteName, number: remoteNumber };
	return { title: remoteNumber || 'unknown' };
}

/** `0:07`, `12:40`, `1:02:09`. */
export function formatTalkTime(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const pad = (number: number) => String(number).padStart(2, '0');
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${pad(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
}
