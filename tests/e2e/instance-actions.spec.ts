import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { EdgeControl } from './support/edge.ts';

let edge: EdgeControl;
let desk: Desk;

const MORE = 'More for Alice';

test.beforeEach(async ({ page, request }) => {
	edge = new EdgeControl(request);
	await edge.restart();
	desk = new Desk(page);
	await desk.tryWithSimulator();
});

test.afterEach(async () => {
	await edge.restart();
});

test('a phone is refreshed, unregistered and refreshed again', async () => {
	const [first] = await edge.bindingsOf('101');
	await desk.choose('Alice', MORE, 'Refresh now');
	const callId = async () => (await edge.bindingsOf('101'))[0]?.callId;
	await expect.poll(callId).not.toBe(first?.callId);
	expect((await edge.bindingsOf('101'))[0]?.connection).toBe(first?.connection);
	await desk.choose('Alice', MORE, 'Unregister');
	await expect(desk.phone('Alice').getByText('unregistered')).toBeVisible();
	expect(await edge.bindingsOf('101')).toEqual([]);
	await desk.choose('Alice', MORE, 'Refresh now');
	await expect(desk.phone('Alice').getByText(/^registered/)).toBeVisible();
	expect(await edge.statesOf('101')).toEqual(['reachable']);
});

test('its socket is closed by hand: nothing recovers, the binding is counted until it expires', async () => {
	await desk.choose('Alice', MORE, 'Close the socket');
	await expect(desk.phone('Alice').getByText('socket lost')).toBeVisible();
	expect(await edge.statesOf('101')).toEqual(['unreachable']);
	await desk.choose('Alice', MORE, 'Refresh now');
	await expect(desk.phone('Alice').getByText('Its socket is closed.')).toBeVisible();
	await desk.choose('Alice', MORE, 'Restart');
	await expect.poll(() => edge.statesOf('101')).toEqual(['reachable']);
});

test('a new instance id takes another slot, and frees the one before', async () => {
	const [before] = await edge.bindingsOf('101');
	await desk.choose('Alice', MORE, 'Take a new instance id');
	const instances = async () => (await edge.bindingsOf('101')).map(({ instance }) => instance);
	await expect
		.poll(async () => (await instances())[0] ?? before?.instance)
		.not.toBe(before?.instance);
	expect(await instances()).toHaveLength(1);
});

test('of five more instances the last is refused, by name and in words', async ({ page }) => {
	await desk.choose('Alice', MORE, 'Start more instances …');
	const dialog = page.getByRole('dialog', { name: 'Start more instances of Alice' });
	await dialog.getByLabel('How many more').press('Enter');
	await expect(dialog.getByText('4 registered, 1 refused or failed')).toBeVisible();
	await expect(
		dialog.getByText('Registration failed: SIP/2.0 603 Too Many Contacts')
	).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await dialog.getByRole('button', { name: 'Done' }).click();
	expect(await edge.statesOf('101')).toEqual(Array(5).fill('reachable'));
	await expect(
		desk.phone('Alice 6').getByText('All 5 places of this extension are taken.')
	).toBeVisible();

	// Seven phones, and no button of one lies over another.
	const boxes = await page
		.getByRole('region', { name: 'Running phones' })
		.getByRole('button')
		.evaluateAll((buttons) =>
			buttons.map((button) => {
				const { left, right, top, bottom } = button.getBoundingClientRect();
				return { left, right, top, bottom };
			})
		);
	const overlapping = boxes.filter((a, index) =>
		boxes.some(
			(b, other) =>
				other > index &&
				a.left < b.right &&
				b.left < a.right &&
				a.top < b.bottom &&
				b.top < a.bottom
		)
	);
	expect(overlapping).toEqual([]);

	await desk.dispose('Alice 3');
	await expect.poll(() => edge.statesOf('101')).toHaveLength(4);
	await desk.press('Alice 6', 'Start Alice 6 again');
	await expect(desk.phone('Alice 6').getByText(/^registered/)).toBeVisible();
});
