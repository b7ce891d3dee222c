/** RingCentral's REST servers: apps are registered at one or the other. */
export const PRODUCTION = 'https://platform.ringcentral.com';
export const SANDBOX = 'https://platform.devtest.ringcentral.com';

/** The origin of a REST server as typed; undefined where it is none that may be asked. */
export function restServerOf(text: string): string | undefined {
	const typed = text.trim().replace(/\/+$/, '');
	const url = URL.canParse(typed) ? new URL(typed) : undefined;
	if (!url || url.origin !== typed.toLowerCase()) return undefined;
	const mayBeAsked = isRingCentral(url.origin) || isOnThisMachine(url);
	return mayBeAsked ? url.origin : undefined;
}

/** What is wrong with a typed server, if anything. The page's policy keeps it from asking others. */
export function restServerProblem(text: string): string | undefined {
	if (text.trim() === '') return 'This is needed.';
	if (restServerOf(text) !== undefined) return undefined;
	return 'Write the address of a simulator on this machine, such as http://127.0.0.1:8080.';
}

export function isRingCentral(server: string): boolean {
	return server === PRODUCTION || server === SANDBOX;
}

/** The addresses that `connect-src` names in svelte.config.js. */
function isOnThisMachine({ protocol, hostname }: URL): boolean {
	return /^https?:$/.test(protocol) && ['127.0.0.1', 'localhost'].includes(hostname);
}
