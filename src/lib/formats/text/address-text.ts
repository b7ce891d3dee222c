/**
 * An address as paths have it: `192.0.2.1:5060`, `[2001:db8::1]:5060`. Some programs write IPv6 addresses
 * without their brackets: then what follows the last colon is the port.
 */
export function addressOf(written: string): string {
	if (written.startsWith('[')) return written;
	const port = written.lastIndexOf(':');
	const host = written.slice(0, port);
	return host.includes(':') ? `[${host}]${written.slice(port)}` : written;
}
