import type { Page } from '@playwright/test';
import { type Account, builtInAccounts, sipInfoOf } from '../../../src/lib/simulator/accounts.ts';

export interface PhoneToAdd {
	name: string;
	/** host:port and path. */
	proxy: string;
	password?: string;
	/** Of the simulator's extensions: 101 unless told. */
	extension?: string;
	/** Where the simulator is not the edge. */
	account?: Account;
	voice?: 'test tone' | 'microphone';
	/** Takes an instance id of its own, generated. */
	ownInstance?: boolean;
}

/** What RingCentral's sip-provision answers, for an extension of the simulator. */
export function provisionAnswer(
	proxy: string,
	{ extension = '101', account = builtIn(extension), password }: Partial<PhoneToAdd> = {}
) {
	const sipInfo = sipInfoOf(account, proxy);
	return {
		sipInfo: [{ ...sipInfo, password: password ?? sipInfo.password }],
		device: { id: '1', extension: { extensionNumber: account.extension } }
	};
}

function builtIn(extension: string): Account {
	const account = builtInAccounts.find((known) => known.extension === extension);
	if (!account) throw new Error(`The simulator knows no extension ${extension}.`);
	return account;
}

/** Adds a phone from a pasted sip-provision answer, and starts it. */
export async function addPhone(
	page: Page,
	{ voice = 'test tone', ownInstance = false, ...phone }: PhoneToAdd
): Promise<void> {
	// A page that runs phones already is not left: its phones would end with it.
	if (new URL(page.url()).protocol === 'about:') await page.goto('/phones');
	else await page.getByRole('link', { name: 'Phones', exact: true }).click();
	await page.getByRole('link', { name: 'Add a phone' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add a phone' });
	const answer = provisionAnswer(phone.proxy, phone);
	await dialog.getByLabel('sipInfo as JSON').fill(JSON.stringify(answer));
	await dialog.getByLabel('Name', { exact: true }).fill(phone.name);
	await dialog.getByRole('radio', { name: /^ws:/ }).check();
	await dialog.getByRole('radio', { name: voice, exact: false }).check();
	if (ownInstance) await dialog.getByRole('radio', { name: /generated/i }).check();
	await dialog.getByRole('button', { name: 'Save and start' }).click();
}
