/** An INVITE that asks to be answered by itself. */
export interface AutoAnswer {
	/** `Answer-After` of Call-Info, as it was written: others count seconds. 0 where there is none. */
	after: number;
	/** How long the SDK waits then: it takes the same number as milliseconds. */
	sdkDelayMilliseconds: number;
}

/**
 * Reads what Alert-Info and Call-Info ask for, just as the SDK does: `Auto Answer` and nothing else,
 * and the first `Answer-After=`, letter by letter. `undefined` where the call is to ring.
 */
export function autoAnswerOf(
	alertInfo: string | undefined,
	callInfo: string | undefined
): AutoAnswer | undefined {
	if (alertInfo !== 'Auto Answer') return undefined;
	const [, digits = '0'] = /Answer-After=(\d+)/.exec(callInfo ?? '') ?? [];
	const after = Number(digits);
	return { after, sdkDelayMilliseconds: after };
}
