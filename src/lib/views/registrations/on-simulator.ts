import type { Registration } from '../../analysis/registrations/registration.ts';

/** Whether any of the phones registered last with the simulator of this page's address. */
export function isOnSimulator(registrations: readonly Registration[], host: string): boolean {
	return registrations.some(({ attempts }) => {
		const { url } = attempts.at(-1)?.connection ?? {};
		if (url === undefined || !URL.canParse(url)) return false;
		const dialled = new URL(url);
		return dialled.host === host && dialled.pathname.startsWith('/sip');
	});
}
