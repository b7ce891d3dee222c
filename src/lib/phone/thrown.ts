/**
 * What was thrown, in its own words. The SDK throws errors, but also the bare `error` event of a
 * WebSocket, to which browsers give no reason.
 */
export function describeThrown(thrown: unknown): string {
	if (thrown instanceof Error) {
		return thrown.name === 'Error' ? thrown.message : `${thrown.name}: ${thrown.message}`;
	}
	return isEvent(thrown) ? describeEvent(thrown) : String(thrown);
}

type ThrownEvent = { type: string; message?: unknown; target?: { url?: unknown } | null };

function isEvent(thrown: unknown): thrown is ThrownEvent {
	return typeof thrown === 'object' && thrown !== null && 'type' in thrown && 'target' in thrown;
}

function describeEvent({ type, message, target }: ThrownEvent): string {
	const url = typeof target?.url === 'string' ? ` of the WebSocket to ${target.url}` : '';
	const reason = typeof message === 'string' && message !== '' ? `: ${message}` : '';
	return `"${type}" event${url}${reason}`;
}
