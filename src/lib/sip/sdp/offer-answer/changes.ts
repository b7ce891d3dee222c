import type { SdpOrigin } from '../fields.ts';
import type { Sdp, SdpMedia } from '../sdp.ts';
import { isHalfRestart } from './ice.ts';
import { type SdpChange, changesOf } from './section-changes.ts';

/** What a new description of the same session must not do (RFC 3264 §8). */
export interface SdpChangeProblem {
	code: SdpChangeProblemCode;
	section?: number;
	source: string;
}

export type SdpChangeProblemCode =
	/** Another user or session in `o=`: to the other side this is a call of its own. */
	| 'session-replaced'
	/** Something is new, and the version is not higher. */
	| 'version-not-increased'
	| 'section-removed'
	/** A payload type that stood for another codec. */
	| 'payload-type-reassigned'
	/** A new user without a new password, or the reverse: neither a restart nor none. */
	| 'ice-restart-incomplete';

export interface SdpChanges {
	changes: SdpChange[];
	problems: SdpChangeProblem[];
}

/** Compares a side's description with its previous one, be they offers or answers. Never throws. */
export function changedSince(previous: Sdp, next: Sdp): SdpChanges {
	const changes = next.media.flatMap((media, section) => {
		const before = previous.media[section];
		return before
			? changesOf(before, media, section)
			: [{ kind: 'section-added', section } as const];
	});
	const problems = sessionProblems(previous, next, changes.length > 0);
	next.media.forEach((media, section) => {
		const before = previous.media[section];
		if (before) problems.push(...mediaProblems(before, media, section));
	});
	return { changes, problems };
}

function sessionProblems(previous: Sdp, next: Sdp, isChanged: boolean): SdpChangeProblem[] {
	const problems: SdpChangeProblem[] = [];
	const [before, now] = [previous.origin, next.origin];
	if (next.media.length < previous.media.length) {
		problems.push({ code: 'section-removed', source: 'RFC 3264 §8' });
	}
	if (!before || !now) return problems;
	if (before.sessionId !== now.sessionId || before.username !== now.username) {
		problems.push({ code: 'session-replaced', source: 'RFC 3264 §8' });
	} else if (isChanged && !isHigher(now, before)) {
		problems.push({ code: 'version-not-increased', source: 'RFC 3264 §8' });
	}
	return problems;
}

/** Versions may have more digits than a number holds. */
function isHigher({ version }: SdpOrigin, { version: than }: SdpOrigin): boolean {
	const [a, b] = [version.replace(/^0+/, ''), than.replace(/^0+/, '')];
	return a.length === b.length ? a > b : a.length > b.length;
}

function mediaProblems(before: SdpMedia, media: SdpMedia, section: number): SdpChangeProblem[] {
	const problems: SdpChangeProblem[] = [];
	const codecs = new Map(before.payloads.map(({ type, codec }) => [type, codec.toLowerCase()]));
	const reassigned = media.payloads.some(({ type, codec }) => {
		const old = codecs.get(type);
		return old !== undefined && old !== '' && codec !== '' && old !== codec.toLowerCase();
	});
	if (reassigned) {
		problems.push({ code: 'payload-type-reassigned', section, source: 'RFC 3264 §8.3.2' });
	}
	if (isHalfRestart(before, media)) {
		problems.push({ code: 'ice-restart-incomplete', section, source: 'RFC 8839 §4.4.1.1.1' });
	}
	return problems;
}
