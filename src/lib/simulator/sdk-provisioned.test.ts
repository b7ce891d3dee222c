import RingCentral from '@rc-ex/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sipInfoOf } from './accounts.ts';
import { createSimulator } from './host/node-host.ts';
import { forget, SdkScene } from './testing/sdk-scene.ts';

let scene: SdkScene;

beforeEach(async () => {
	scene = await SdkScene.open();
});

afterEach(async () => {
	expect(scene.events).toEqual([]);
	await scene.close();
});

/** As an application does it: a token by JWT, and a device's `sipInfo` for it. */
async function provisioned(jwt: string) {
	const { server } = scene.simulator;
	const rc = new RingCentral({ server, clientId: 'any', clientSecret: 'any' });
	await rc.authorize({ jwt });
	const { sipInfo = [] } = await rc
		.restapi()
		.clientInfo()
		.sipProvision()
		.post({ sipInfo: [{ transport: 'WSS' }] });
	return { rc, sipInfo: sipInfo[0] as Required<(typeof sipInfo)[0]> };
}

test('a whole app starts: it signs in, is provisioned, registers and calls', async () => {
	const alice = await provisioned('101');
	const bob = await provisioned('102');
	const caller = await scene.phone('101', { sipInfo: { ...alice.sipInfo, transport: 'WSS' } });
	const callee = await scene.phone('102', { sipInfo: { ...bob.sipInfo, transport: 'WSS' } });
	await caller.phone.start();
	await callee.phone.start();
	forget(caller, callee);
	const presence = () => bob.rc.restapi().account().extension().presence().get();
	expect(await presence()).toMatchObject({
		presenceStatus: 'Available',
		telephonyStatus: 'NoCall'
	});

	const { inbound } = await scene.ring(caller, callee, '102');
	expect(await presence()).toMatchObject({ presenceStatus: 'Busy', telephonyStatus: 'Ringing' });
	await inbound.answer();
	expect(await presence()).toMatchObject({ telephonyStatus: 'CallConnected' });
	const { records } = await bob.rc.restapi().account().extension().device().get();
	expect(records).toMatchObject([{ status: 'Online' }]);
});

test('the SDK as it is dials wss, where the certificate is trusted', async () => {
	const simulator = await createSimulator({ tls: true });
	class TrustingSocket extends WebSocket {
		constructor(url: string, protocol: string) {
			super(url, protocol, { ca: simulator.certificate, allowSynchronousEvents: false });
		}
	}
	Object.assign(globalThis, { WebSocket: TrustingSocket });
	const { default: WebPhone } = await import('ringcentral-web-phone');
	const phone = new WebPhone({ sipInfo: sipInfoOf(scene.account('101'), simulator.proxy) });
	await phone.start();
	expect(simulator.connections()).toMatchObject([{ extension: '101' }]);
	await phone.dispose();
	await simulator.close();
});
