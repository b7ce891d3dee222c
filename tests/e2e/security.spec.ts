import { expect, test } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';

let edge: HostedSimulator;

test.beforeEach(async () => {
	edge = await createSimulator();
});

test.afterEach(async () => {
	await edge.close();
});

const SCRIPT = '<img src=x onerror="window.wasRun = true"><script>window.wasRun = true</script>';

/** A message whose every visible part tries to be more than text. */
const HOSTILE = [
	`MESSAGE sip:${SCRIPT}@203.0.113.20 SIP/2.0`,
	'Via: SIP/2.0/WSS 203.0.113.10:8083;branch=z9hG4bKhostile',
	`From: "${SCRIPT.replaceAll('"', "'")}" <sip:hostile@example.com>;tag=1`,
	`To: <sip:16505550100*101@example.com>`,
	`Call-Id: ${SCRIPT}`,
	'CSeq: 218000998 MESSAGE',
	'Content-Type: x-rc/agent',
	'',
	`<Msg><Hdr SID="1" Cmd="7" From="${SCRIPT.replaceAll('"', "'")}"/><Bdy Cln="x"/></Msg>`
].join('\r\n');

test('text of a trace stays text', async ({ page }) => {
	const desk = new Desk(page);
	await addPhone(page, { name: SCRIPT.slice(0, 60), proxy: edge.proxy });
	await desk.openLiveTrace();
	await expect.poll(() => edge.connections().length).toBe(1);
	edge.simulator.send(edge.connections()[0]!.id, HOSTILE);
	await page
		.getByRole('listbox', { name: 'Ladder' })
		.getByRole('option', { name: /^Edge sends MESSAGE/ })
		.click();
	for (const tab of ['Raw', 'Headers', 'Command'])
		await page.getByRole('tab', { name: tab, exact: true }).click();
	await page.getByRole('link', { name: 'Messages', exact: true }).click();
	await expect(page.getByText(/onerror/).first()).toBeVisible();
	expect(await page.locator('img').count()).toBe(0);
	expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
});

test('no script runs but the app’s own, and nobody may frame it', async ({ page, request }) => {
	const response = await request.get('/traces/none/ladder');
	const policy = response.headers()['content-security-policy'] ?? '';
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	expect(scripts).toContain("'self'");
	expect(scripts).not.toContain('unsafe');
	expect(policy).toContain("frame-ancestors 'none'");

	await page.goto('/');
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.wasRun = true';
		document.body.append(script);
	});
	expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
});

test('neither another page nor another name reaches the servers', async ({ request, baseURL }) => {
	const stranger = await request.get('/accounts', { headers: { origin: 'https://example.com' } });
	expect(stranger.status()).toBe(403);
	const rebound = await request.get('/', { headers: { host: 'example.com' } });
	expect(rebound.status()).toBe(403);
	expect((await request.get(`${baseURL}/accounts`)).status()).toBe(200);
});
