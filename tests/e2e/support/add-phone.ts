import type { Page } from '@playwright/test';
import { builtInAccounts, sipInfoOf } from '../../../src/lib/simulator/accounts.ts';

const ALICE = builtInAccounts[0]!;

export interface PhoneToAdd {
	name: string;
	/** host:port and path. */
	proxy: string;
	password?: string;
	/** Takes an instance id of its own, generated. */
	ownInstance?: boolean;
}

/** What RingCentral's sip-provision answers, for the simulator's first extension. */
export function provisionAnswer(proxy: string, password = ALICE.password) {
	return {
		sipInfo: [
			{
				...sipInfoOf(ALICE, proxy),
				password
			}
		],
		device: { id: '1', extension: { extensionNumber: '101' } }
	};
}

/** Adds a phone from a pasted sip-provision answer, and starts it. */
export async function addPhone(
	page: Page,
	{ name, proxy, password, ownInstance = false }: PhoneToAdd
): Promise<void> {
	// A page that runs phones already is not left: its phones would end with it.
	if (new URL(page.url()).protocol === 'about:') await page.goto('/phones');
	else await page.getByRole('link', { name: 'Phones', exact: true }).click();
	await page.getByRole('link', { name: 'Add a phone' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add a phone' });
	await dialog.getByLabel('sipInfo as JSON').fill(JSON.stringify(provisionAnswer(proxy, password)));
	await dialog.getByLabel('Name', { exact: true }).fill(name);
	await dialog.getByRole('radio', { name: /^ws:/ }).check();
	await dialog.getByRole('radio', { name: /test tone/i }).check();
	if (ownInstance) await dialog.getByRole('radio', { name: /generated/i }).check();
	await dialog.getByRole('button', { name: 'Save and start' }).click();
}
