/**
 * Whether a text is what keeps a connection alive: a double CRLF asks, a single one answers (RFC 5626
 * §4.4.1, RFC 7118 §6). Empty lines otherwise mean nothing (RFC 3261 §7.5).
 */
export function keepAlive(text: string): 'ping' | 'pong' | undefined {
	if (text === '\r\n\r\n') return 'ping';
	return text === '\r\n' ? 'pong' : undefined;
}
