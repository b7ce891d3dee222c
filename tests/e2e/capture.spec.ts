import { expect, test } from '@playwright/test';
import { createSimulator, type HostedSimulator } from '../../src/lib/simulator/host/node-host.ts';
import { addPhone } from './support/add-phone.ts';
import { Desk } from './support/desk.ts';
import { storedEntries, storedSockets } from './support/stored-trace.ts';
import { watchWire } from './support/wire-watch.ts';

let edge: HostedSimulator;

test.beforeEach(async () => {
	edge = await createSimulator();
});

test.afterEach(async () => {
	await edge.close();
});

const CRLF = '\r\n';

/** What the edge tells every client of an extension; the SDK hides it where `Cln` is another's. */
const FOREIGN_MESSAGE = [
	'MESSAGE sip:16505550100*101@203.0.113.20 SIP/2.0',
	'Via: SIP/2.0/WSS 203.0.113.10:8083;rport;branch=z9hG4bKforeign',
	'From: <sip:%23996016@sip.example.com>;tag=foreign',
	'To: <sip:16505550100*101@sip.example.com>',
	'Call-Id: foreign-1',
	'CSeq: 218000999 MESSAGE',
	'Content-Type: x-rc/agent',
	'Content-Length: 0',
	'',
	'<Msg><Hdr SID="1" Req="" From="" To="" Cmd="7"/><Bdy Cln="999999999999" Sts="0"/></Msg>'
].join(CRLF);

test('no frame is missed: hidden, binary, of a replaced socket, or the unregister', async ({
	page
}) => {
	const wire = watchWire(page);
	const desk = new Desk(page);
	await addPhone(page, { name: 'Dave', proxy: edge.proxy });
	await desk.openLiveTrace();
	await expect(desk.phone('Dave').getByText('registered')).toBeVisible();

	// The SDK's second start() opens another socket, and leaves the first one open.
	await desk.choose('Dave', 'More for Dave', 'Register on another socket');
	await expect.poll(() => edge.connections().length).toBe(2);
	await expect(desk.phone('Dave').getByText('registered')).toBeVisible();

	const [replaced, current] = edge.connections();
	edge.simulator.send(current!.id, FOREIGN_MESSAGE);
	edge.simulator.send(replaced!.id, FOREIGN_MESSAGE.replace('foreign-1', 'foreign-2'));
	edge.simulator.send(current!.id, new Uint8Array([0, 255, 13, 10, 128]));
	await desk.dispose('Dave');

	const received = wire
		.flatMap(({ frames }) => frames)
		.filter(({ direction }) => direction === 'received');
	expect(received.filter(({ data }) => data.startsWith('MESSAGE '))).toHaveLength(2);
	expect(received.filter(({ binary }) => binary).map(({ data }) => data)).toEqual(['00ff0d0a80']);
	const last = wire[1]?.frames.at(-1)?.data ?? '';
	expect(last).toContain('SIP/2.0 200 OK');
	expect(wire[1]?.frames.at(-3)?.data).toContain('expires=0');
	await expect.poll(async () => storedSockets(await storedEntries(page))).toEqual(wire);
});
