import type { Sdp, SdpMedia } from '../sdp.ts';

/** What a side does of ICE: `lite` answers checks and begins none (RFC 8445 §2.5). */
export type IceMode = 'none' | 'lite' | 'full';

export function iceMode({ iceLite, media }: Sdp): IceMode {
	if (media.every(({ iceUfrag }) => iceUfrag === undefined)) return 'none';
	return iceLite ? 'lite' : 'full';
}

/**
 * Whether ICE starts anew: user and password are others than before (RFC 8839 §4.4.1.1.1). A section
 * that had none before starts, but not anew.
 */
export function isIceRestart(previous: SdpMedia, next: SdpMedia): boolean {
	return (
		hasIce(previous) &&
		hasIce(next) &&
		changesUser(previous, next) &&
		changesPassword(previous, next)
	);
}

/** Whether only one of user and password is another, which is neither a restart nor none. */
export function isHalfRestart(previous: SdpMedia, next: SdpMedia): boolean {
	return (
		hasIce(previous) &&
		hasIce(next) &&
		changesUser(previous, next) !== changesPassword(previous, next)
	);
}

function hasIce({ iceUfrag }: SdpMedia): boolean {
	return iceUfrag !== undefined;
}

function changesUser(previous: SdpMedia, next: SdpMedia): boolean {
	return previous.iceUfrag !== next.iceUfrag;
}

function changesPassword(previous: SdpMedia, next: SdpMedia): boolean {
	return previous.icePwd !== next.icePwd;
}

/** Whether candidates may still come that the description does not name (RFC 8840). */
export function trickles({ iceOptions, endOfCandidates }: SdpMedia): boolean {
	return iceOptions.includes('trickle') && !endOfCandidates;
}
