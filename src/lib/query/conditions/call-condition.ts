import type { Call } from '../../analysis/calls/call.ts';
import type { CallMatch } from '../criterion.ts';
import type { Condition } from './condition.ts';

/** The call, or any leg of its conversation, is meant. */
export function anyCall(matches: readonly CallMatch[]): Condition {
	const isMeant = (call: Call) => matches.some((match) => means(match, call));
	return ({ call }) => call !== undefined && call.conversation.calls.some(isMeant);
}

function means(match: CallMatch, { callId, from, to }: Call): boolean {
	if (match.kind === 'named')
		return callId.startsWith(match.name) || [from.number, to.number].includes(match.name);
	return ['', from.number].includes(match.caller) && ['', to.number].includes(match.callee);
}

export function anyPhone(wanted: readonly string[]): Condition {
	const names = wanted.map((name) => name.toLowerCase());
	return ({ userAgent }, { analysis }) => {
		const { phone, instance } = userAgent;
		const known = phone === undefined ? undefined : analysis.phones.get(phone);
		if (known && names.some((name) => known.name.toLowerCase().includes(name))) return true;
		return wanted.some((id) => id === phone || id === known?.extension || instance?.startsWith(id));
	};
}
