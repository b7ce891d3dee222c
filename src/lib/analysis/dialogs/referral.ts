import { parseReferTo } from '../../sip/fields/refer-to.ts';
import type { Replaces } from '../../sip/fields/replaces.ts';
import { header, parseMessage } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';

/** What a REFER asks for (RFC 3515), and what became of it: a transfer. */
export interface Referral {
	readonly request: SeenMessage;
	/** `Refer-To`, without what stands after `?`. */
	readonly uri: string;
	/** The number or name in it. */
	readonly number: string;
	/** The call whose place the new one takes (RFC 3891): an attended, or warm, transfer. */
	readonly replaces?: Replaces;
	/** The final response to the REFER. */
	answer?: SeenMessage;
	/** What NOTIFYs told of the new call, in order; the last one of 200 or more is its outcome. */
	readonly progress: ReferralProgress[];
}

export interface ReferralProgress {
	readonly status: number;
	readonly reason: string;
	readonly message: SeenMessage;
}

export type ReferralOutcome = 'asked' | 'under way' | 'succeeded' | 'failed';

/** Reads a REFER. What it does not tell is `''`. */
export function referralOf(request: SeenMessage): Referral {
	const value = header(parseMessage(textOf(request.entry)), 'Refer-To') ?? '';
	const { uri = '', target, replaces } = parseReferTo(value) ?? {};
	return {
		request,
		uri: ownString(uri.split('?', 1)[0] ?? ''),
		number: ownString(target?.user ?? target?.host ?? ''),
		replaces,
		answer: undefined,
		progress: []
	};
}

/** How a referral stands by what was seen of it. */
export function outcomeOf({ answer, progress }: Referral): ReferralOutcome {
	const final = progress.findLast(({ status }) => status >= 200);
	if (final) return final.status < 300 ? 'succeeded' : 'failed';
	if (answer === undefined) return 'asked';
	return answer.head.status < 300 ? 'under way' : 'failed';
}

/** What made it fail: the new call's status, or that of the REFER itself. */
export function failureOf({
	answer,
	progress
}: Referral): { status: number; reason: string } | undefined {
	const final = progress.findLast(({ status }) => status >= 200);
	if (final) return final.status < 300 ? undefined : final;
	return answer && answer.head.status >= 300 ? answer.head : undefined;
}
