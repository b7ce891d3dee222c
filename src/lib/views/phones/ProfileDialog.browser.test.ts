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
	vi.unstubAllGlobals();
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

/** RingCentral, as far as a page sees it: an answer for each request, in order. */
function answering(...answers: [status: number, body: unknown][]) {
	const asked: Request[] = [];
	vi.stubGlobal('fetch', (request: Request, { signal }: RequestInit = {}) => {
		const answer = answers[asked.push(request) - 1];
		if (answer) return Promise.resolve(Response.json(answer[1], { status: answer[0] }));
		return new Promise((_resolve, reject) =>
			signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
		);
	});
	return asked;
}

const TOKEN: [number, unknown] = [200, { access_token: 'token' }];
const DEVICE: [number, unknown] = [200, { sipInfo: [{ ...alice, transport: 'WSS' }], device: {} }];

async function signIn() {
	await page.getByRole('tab', { name: 'Sign in to get one' }).click();
	await field('Client id').fill('id');
	await field('Client secret').fill('secret');
	await field('JWT').fill('a.b.c');
	await press('Sign in');
}

test('signing in fills the form, and what was typed for it is not kept', async () => {
	const asked = answering(TOKEN, DEVICE);
	await render(ProfileDialogStage, { onstart });
	await signIn();
	await expect.element(field('User name')).toHaveValue(alice.username);
	expect(asked.map(({ url }) => url)).toEqual([
		'https://platform.ringcentral.com/restapi/oauth/token',
		'https://platform.ringcentral.com/restapi/v1.0/client-info/sip-provision'
	]);
	await press('Save and start');
	await vi.waitFor(() => expect(onstart).toHaveBeenCalledOnce());
	expect(saved()).toMatchObject({ sipInfo: alice, plain: false });
	expect(saved()).not.toHaveProperty('signIn');
});

test('what it signed in with is kept where that is asked for, until it is not', async () => {
	answering(TOKEN, DEVICE);
	const screen = await render(ProfileDialogStage, { onstart });
	await signIn();
	await page.getByRole('checkbox', { name: /^Keep client id/ }).click();
	await press('Save');
	const signedInWith = {
		server: 'https://platform.ringcentral.com',
		clientId: 'id',
		clientSecret: 'secret',
		jwt: 'a.b.c'
	};
	await vi.waitFor(() => expect(saved()?.signIn).toEqual(signedInWith));
	await screen.unmount();

	const asked = answering(TOKEN, [200, { sipInfo: [{ ...alice, password: 'newer' }] }]);
	const again = await render(ProfileDialogStage, { profile: saved(), onstart });
	await page.getByText('Sign in again, for a new password').click();
	await press('Sign in');
	await expect.element(field('Password')).toHaveValue('newer');
	expect(asked[0]?.headers.get('authorization')).toBe(`Basic ${btoa('id:secret')}`);
	await page.getByRole('checkbox', { name: /^Keep client id/ }).click();
	await press('Save');
	await vi.waitFor(() => expect(saved()?.sipInfo.password).toBe('newer'));
	expect(saved()).not.toHaveProperty('signIn');
	await again.unmount();
});

test('signing in says what is under way, and can be called off', async () => {
	answering(TOKEN);
	await render(ProfileDialogStage, { onstart });
	await signIn();
	await expect.element(page.getByText('Asking for a device …')).toBeVisible();
	await press('Cancel signing in');
	await expect.element(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
	expect(document.querySelector('[role="alert"]')).toBeNull();
});

test('why signing in failed is told in words, with those of the server', async () => {
	const refused = { errorCode: 'InsufficientPermissions', errors: [] as object[] };
	refused.errors = [{ errorCode: 'CMN-401', message: 'oh', permissionName: 'VoipCalling' }];
	answering(TOKEN, [403, refused]);
	await render(ProfileDialogStage, { onstart });
	await signIn();
	const alert = page.getByRole('alert');
	await expect.element(alert).toHaveTextContent('The app lacks the permission VoipCalling.');
	await expect.element(alert).toHaveTextContent('The server says: CMN-401: oh');
});

test('what is needed to sign in is told at each field, and leads to the first', async () => {
	await render(ProfileDialogStage, { onstart });
	await page.getByRole('tab', { name: 'Sign in to get one' }).click();
	await press('Sign in');
	for (const label of ['Client id', 'Client secret', 'JWT'])
		await expect.element(field(label)).toHaveAccessibleDescription('This is needed.');
	await expect.element(field('Client id')).toHaveFocus();
});

test('the password is masked until it is asked for', async () => {
	await render(ProfileDialogStage, { onstart });
	await expect.element(field('Password')).toHaveAttribute('type', 'password');
	await press('Show the password');
	await expect.element(field('Password')).toHaveAttribute('type', 'text');
});
