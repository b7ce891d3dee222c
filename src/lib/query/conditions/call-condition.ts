import type { Analysis } from '../../analysis/analysis.ts';
import type { Call } from '../../analysis/calls/call.ts';
import type { UserAgent } from '../../analysis/user-agent.ts';
import type { CallMatch } from '../criterion.ts';

/** Whether a call, or any leg of its conversation, is meant. */
export function isAnyCall(matches: readonly CallMatch[]): (call: Call | undefined) => boolean {
	const isMeant = (call: Call) => matches.some((match) => means(match, call));
	return (call) => call !== undefined && call.conversation.calls.some(isMeant);
}

function means(match: CallMatch, { callId, from, to }: Call): boolean {
	if (match.kind === 'named')
		return callId.startsWith(match.name) || [from.number, to.number].includes(match.name);
	return ['', from.number].includes(match.caller) && ['', to.number].includes(match.callee);
}

/** Whether a call's conversation has an id that begins so. */
export function isOfConversation(ids: readonly string[]): (call: Call | undefined) => boolean {
	return (call) => call !== undefined && ids.some((id) => call.conversation.id.startsWith(id));
}

/** Whether whoever saw a message is one of these phones. */
export function isAnyPhone(
	wanted: readonly string[]
): (userAgent: UserAgent, analysis: Analysis) => boolean {
	const names = wanted.map((name) => name.toLowerCase());
	return ({ phone, instance }, analysis) => {
		const known = phone === undefined ? undefined : analysis.phones.get(phone);
		if (known && names.some((name) => known.name.toLowerCase().includes(name))) return true;
		return wanted.some((id) => id === phone || id === known?.extension || instance?.startsWith(id));
	};
}

export function isAnyInstance(wanted: readonly string[]): (userAgent: UserAgent) => boolean {
	return ({ instance }) => wanted.some((id) => instance?.startsWith(id));
}
