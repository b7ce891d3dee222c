import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { PhoneProfile } from '../../phone/profile.ts';
import { profiles } from '../../state/profiles.svelte.ts';
import ProfileDialogStage from './ProfileDialogStage.test.svelte';

const alice = {
	username: '16505550100*101',
	password: 'secret',
	authorizationId: '802398101001',
	domain: 'sip.example.com',
	outboundProxy: 'sip.example.com:8083',
	outboundProxyBackup: 'backup.example.com:8083',
	stunServers: ['stun.example.com:3478']
};
const bob = { ...alice, username: '16505550100*102', outboundProxy: 'wss://sip.example.com' };

const onstart = vi.fn<(profile: PhoneProfile, password?: string) => void>();

const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
const paste = (value: unknown) =>
	field('sipInfo as JSON').fill(typeof value === 'string' ? value : JSON.stringify(value));
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const saved = () => profiles.list.at(-1);

beforeEach(async () => {
	onstart.mockClear();
	for (const { id } of profiles.list) await profiles.remove(id);
});

test('an empty form tells at each field what is needed, and leads to the first', async () => {
	await render(ProfileDialogStage, { onstart });
	await press('Save');
	for (const label of ['User name', 'Authorization id', 'Domain', 'Outbound proxy', 'Password'])
		await expect.element(field(label)).toHaveAccessibleDescription('This is needed.');
	await expect.element(field('Backup proxy (optional)')).not.toHaveAttribute('aria-invalid');
	await expect.element(field('User name')).toHaveFocus();
	expect(profiles.list).toEqual([]);
});

test('a field is not blamed before it was left', async () => {
	await render(ProfileDialogStage, { onstart });
	await field('Domain').fill('sip:alice@example.com');
	await expect.element(field('Domain')).not.toHaveAttribute('aria-invalid');
	await userEvent.tab();
	await expect.element(field('Domain')).toHaveAttribute('aria-invalid', 'true');
	await field('Domain').fill('example.com');
	await expect.element(field('Domain')).not.toHaveAttribute('aria-invalid');
});

test('the answer of sip-provision fills the form; of several sipInfos one is chosen', async () => {
	await render(ProfileDialogStage, { onstart });
	await paste({ sipInfo: [{ ...alice, transport: 'WSS' }, bob], device: { id: '1' } });
	await expect.element(field('User name')).toHaveValue(alice.username);
	await page.getByRole('radio', { name: /102@/ }).click();
	await expect.element(field('User name')).toHaveValue(bob.username);
	await expect
		.element(field('Outbound proxy'))
		.toHaveAccessibleDescription('Leave out wss://; the SDK adds it.');

	await page.getByRole('radio', { name: /101@/ }).click();
	await press('Save and start');
	await vi.waitFor(() => expect(onstart).toHaveBeenCalledOnce());
	expect(saved()).toMatchObject({ name: 'Extension 101', sipInfo: alice, plain: false });
	expect(onstart).toHaveBeenCalledWith(saved(), undefined);
});

test.each([
	['{ "sipInfo": [', /Not JSON at line 1/],
	['{ "hello": 1 }', /no sipInfo/],
	['{ "username": 101 }', /username must be a text/]
])('%s is refused in words', async (text, words) => {
	await render(ProfileDialogStage, { onstart });
	await paste(text);
	await expect.element(field('sipInfo as JSON')).toHaveAccessibleDescription(words);
});

test('a password that is not to be kept goes to this start only', async () => {
	await render(ProfileDialogStage, { onstart });
	await paste(alice);
	await page.getByRole('checkbox', { name: 'Keep the password in this browser' }).click();
	await press('Save and start');
	await vi.waitFor(() => expect(onstart).toHaveBeenCalledOnce());
	expect(saved()?.sipInfo).not.toHaveProperty('password');
	expect(onstart).toHaveBeenCalledWith(saved(), 'secret');
});

test('a generated instance id stays with its phone', async () => {
	const screen = await render(ProfileDialogStage, { onstart });
	await paste(alice);
	await page.getByRole('radio', { name: /^Generated once/ }).click();
	await press('Save');
	await vi.waitFor(() => expect(saved()?.instance.kind).toBe('generated'));
	const before = saved();
	await screen.unmount();

	await render(ProfileDialogStage, { profile: before, onstart });
	await field('Name').fill('Front desk');
	await press('Save');
	await vi.waitFor(() => expect(saved()?.name).toBe('Front desk'));
	expect(saved()).toEqual({ ...before, name: 'Front desk' });
});

test('the password is masked until it is asked for', async () => {
	await render(ProfileDialogStage, { onstart });
	await expect.element(field('Password')).toHaveAttribute('type', 'password');
	await press('Show the password');
	await expect.element(field('Password')).toHaveAttribute('type', 'text');
});
