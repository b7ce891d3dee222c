import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does at Sipscope's desk, by the names that the page gives things. */
export class Desk {
	readonly page: Page;
	readonly #address: string;

	/** @param address of Sipscope, where the page's context does not know it */
	constructor(page: Page, address = '') {
		this.page = page;
		this.#address = address;
	}

	phone(name: string): Locator {
		return this.page.getByRole('region', { name: `Phone ${name}`, exact: true });
	}

	async tryWithSimulator(): Promise<void> {
		await this.page.goto(`${this.#address}/`);
		await this.page.getByRole('button', { name: 'Try it with the simulator' }).click();
		await this.page.waitForURL(/\/traces\/.+\/ladder/);
		for (const name of ['Alice', 'Bob'])
			await expect(this.phone(name).getByText('registered')).toBeVisible();
	}

	/** Without a reload, which would end the phones of this page. */
	async openLiveTrace(): Promise<void> {
		await this.page.getByRole('link', { name: 'Live trace' }).click();
		await this.page.waitForURL(/\/traces\/.+\/ladder/);
	}

	/** From its next start, which is now. */
	async switchOffRecovery(phone: string): Promise<void> {
		await this.page.getByRole('link', { name: 'Phones', exact: true }).click();
		const card = this.page.getByRole('article', { name: phone, exact: true });
		await card.getByRole('button', { name: `More for ${phone}` }).click();
		await this.page.getByRole('menuitem', { name: 'Edit …' }).click();
		const dialog = this.page.getByRole('dialog', { name: `Edit ${phone}` });
		await dialog.getByRole('radio', { name: /^Nothing/ }).check();
		await dialog.getByRole('button', { name: 'Save and start' }).click();
		await expect(dialog).toHaveCount(0);
		await expect(card.getByText('registered')).toBeVisible();
	}

	/** Alice calls Bob, who answers. */
	async callAndAnswer(): Promise<void> {
		await this.phone('Alice').getByRole('button', { name: 'Call 102', exact: true }).click();
		await this.phone('Bob').getByRole('button', { name: 'Answer', exact: true }).click();
		await expect(
			this.phone('Bob').getByRole('button', { name: 'Hang up', exact: true })
		).toBeVisible();
	}

	/** A call that Bob ends; both phones are disposed, so that no frame is to come. */
	async callUntilOver(): Promise<void> {
		await this.callAndAnswer();
		await this.press('Bob', 'Hang up');
		await expect(this.phone('Alice').getByRole('button', { name: 'Hang up' })).toHaveCount(0);
		await this.dispose('Alice');
		await this.dispose('Bob');
	}

	async press(phone: string, button: string): Promise<void> {
		await this.phone(phone).getByRole('button', { name: button, exact: true }).click();
	}

	/** Chooses from the menu of a phone, or of its call. */
	async choose(phone: string, menu: string, item: string): Promise<void> {
		await this.press(phone, menu);
		await this.page.getByRole('menuitem', { name: item, exact: true }).click();
	}

	async dispose(phone: string): Promise<void> {
		await this.choose(phone, `More for ${phone}`, 'Dispose');
		await expect(
			this.phone(phone).getByRole('button', { name: `Start ${phone} again`, exact: true })
		).toBeVisible();
	}
}
