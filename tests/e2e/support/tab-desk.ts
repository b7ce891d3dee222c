import { expect, type BrowserContext } from '@playwright/test';
import { addPhone } from './add-phone.ts';
import { Desk } from './desk.ts';

/** One of several tabs that share the phones. */
export class TabDesk extends Desk {
	/** The first tab: it runs Alice, of extension 101, and whom else it is told to. */
	static async run(context: BrowserContext, proxy: string, ...more: string[]): Promise<TabDesk> {
		const desk = new TabDesk(await context.newPage());
		const names = new Map([
			['Alice', '101'],
			['Bob', '102']
		]);
		for (const name of ['Alice', ...more])
			await addPhone(desk.page, { name, proxy, extension: names.get(name) });
		await desk.openLiveTrace();
		for (const name of ['Alice', ...more])
			await expect(desk.phone(name).getByText('registered')).toBeVisible();
		await desk.expectRole('real');
		return desk;
	}

	/** A tab that is opened while the phones run in another. */
	static async follow(context: BrowserContext): Promise<TabDesk> {
		const desk = new TabDesk(await context.newPage());
		await desk.page.goto('/phones');
		await desk.openLiveTrace();
		await desk.expectRole(/^dummy/);
		return desk;
	}

	/** As Alice's badge shows it: one tab runs all phones. */
	async expectRole(name: 'real' | RegExp): Promise<void> {
		await expect(this.phone('Alice').getByRole('button', { name, exact: true })).toBeVisible();
	}

	/** How many messages the trace is said to have. */
	async messageCount(): Promise<number> {
		const text = await this.page
			.getByText(/^[\d,.]+ messages?$/)
			.first()
			.innerText();
		return Number(text.replace(/\D/g, ''));
	}
}
