import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import CommandStage from './CommandStage.test.svelte';

const pressed = () => page.getByRole('status');

test('a key does what the table says, while somebody can do it', async () => {
	await render(CommandStage);
	await userEvent.keyboard('j');
	await expect.element(pressed()).toHaveTextContent('next-message');
	await userEvent.keyboard('k');
	await expect.element(pressed()).toHaveTextContent('next-message previous-message');
	await userEvent.keyboard('2w');
	await expect.element(pressed()).toHaveTextContent('next-message previous-message');
});

test('what is typed into a field stays there, but for keys with Ctrl', async () => {
	await render(CommandStage);
	const field = page.getByRole('textbox', { name: 'Field' });
	await field.click();
	await userEvent.keyboard('jk?');
	await expect.element(field).toHaveValue('jk?');
	await expect.element(pressed()).toHaveTextContent('');
	await userEvent.keyboard('{Control>}k{/Control}');
	await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

test('Enter on a button is the button’s', async () => {
	await render(CommandStage);
	await page.getByRole('button', { name: 'Button' }).click();
	await userEvent.keyboard('{Enter}');
	await expect.element(pressed()).toHaveTextContent('');
});

test('the help sheet tells of every key', async () => {
	await render(CommandStage);
	await userEvent.keyboard('?');
	const sheet = page.getByRole('dialog', { name: 'Keys' });
	await expect.element(sheet).toBeVisible();
	await expect.element(sheet.getByText('Select the next message')).toBeVisible();
	await userEvent.keyboard('j');
	await userEvent.keyboard('{Escape}');
	await expect.element(sheet).not.toBeInTheDocument();
	await expect.element(pressed()).toHaveTextContent('');
});

test('the palette finds what can be done now by its words, and does it', async () => {
	await render(CommandStage);
	await userEvent.keyboard('{Control>}k{/Control}');
	const palette = page.getByRole('dialog', { name: 'Commands' });
	await expect.element(palette.getByRole('option', { name: /previous message/ })).toBeVisible();
	await expect
		.element(palette.getByRole('option', { name: /whole trace/ }))
		.not.toBeInTheDocument();
	await userEvent.keyboard('prev mess');
	await expect.element(palette.getByRole('option')).toHaveLength(1);
	await userEvent.keyboard('{Enter}');
	await expect.element(palette).not.toBeInTheDocument();
	await expect.element(pressed()).toHaveTextContent('previous-message');
});

test('the palette says so where nothing fits, and closes by the key that opens it', async () => {
	await render(CommandStage);
	await userEvent.keyboard('{Control>}k{/Control}');
	const palette = page.getByRole('dialog', { name: 'Commands' });
	await expect.element(palette).toBeVisible();
	await userEvent.keyboard('xyzzy');
	await expect.element(palette.getByText('Nothing here does that.')).toBeVisible();
	await userEvent.keyboard('{Control>}k{/Control}');
	await expect.element(palette).not.toBeInTheDocument();
});
