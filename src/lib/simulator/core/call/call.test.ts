import { expect, test } from 'vitest';
import { parseRcMessage } from '../../../ringcentral/rc-message.ts';
import { header } from '../../../sip/message.ts';
import { CoreScene } from '../../testing/core-scene.ts';
import { RecordingMedia } from '../../testing/recording-media.ts';
import { OFFER, type ScriptedPhone } from '../../testing/scripted-phone.ts';

/** Digits and letters that chance drew, made alike. */
function withoutChance(text: string): string {
	return text
		.replace(/z9hG4bK\w+/g, 'z9hG4bK…')
		.replace(/5070-[\w-]+/g, '5070-…')
		.replace(/Call-Id: \w+/g, 'Call-Id: …')
		.replace(/CSeq: 218\d{6}/g, 'CSeq: 218……')
		.replace(/-\w{32}/g, '-…')
		.replace(/SID="35464\d+"/g, 'SID="35464…"')
		.replace(/Req="\{[^}]*\}"/g, 'Req="{…}"')
		.replace(/(#|%23)10\d{5}@/g, '$110…@')
		.replace(/;tag=[\da-f]{32}/g, ';tag=…')
		.replace(/<\d+@/g, '<…@')
		.replaceAll('\r', '');
}

function headOf(phone: ScriptedPhone, method: string): string {
	return withoutChance(phone.last(method).text.split('\r\n\r\n')[0] ?? '');
}

test('the INVITE to the callee, header by header', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	expect(headOf(bob, 'INVITE')).toMatchInlineSnapshot(`
		"INVITE sip:page@page.invalid;transport=wss SIP/2.0
		Via: SIP/2.0/WSS 127.0.0.1:8083;rport;branch=z9hG4bK…
		From: "Alice" <sip:+16505550101@127.0.0.1>;tag=127.0.0.1-5070-…
		To: "Bob" <sip:16505550100*102@127.0.0.1>
		Call-Id: …
		CSeq: 218…… INVITE
		Max-Forwards: 67
		Contact: <sip:+16505550101@127.0.0.1:8083;transport=wss>
		Content-Type: application/sdp
		p-rc-api-ids: party-id=p-…-2;session-id=s-…
		p-rc-api-call-info: callAttributes=reject,send-vm
		P-rc: <Msg><Hdr SID="35464…" Req="{…}" From="#10…@sip.ringcentral.com:5060" To="16505550100*102" Cmd="6"/><Bdy SrvLvl="-149699523" SrvLvlExt="406" Phn="+16505550101" Nm="Alice" ToPhn="+16505550102" ToNm="Bob" RecUrl=""/></Msg>
		Call-Info: <…@127.0.0.1>;purpose=info
		User-Agent: RC_SIPWRP_22.241
		Content-Length: 464"
	`);
});

test('the callee rings 300 to 500 ms after the ACK, not before', async () => {
	const scene = new CoreScene({ settings: { pace: { from: 0, to: 0 } } });
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	alice.call('102');
	await scene.clock.advance(1000);
	alice.call('102');
	await scene.clock.advance(10_000);
	expect(bob.take()).toEqual([]);
	alice.request('ACK');
	await scene.clock.advance(299);
	expect(bob.take()).toEqual([]);
	await scene.clock.advance(201);
	expect(bob.take()).toEqual(['INVITE']);
});

test('what the callee is told once it answered, and once the caller hung up', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	bob.answer('INVITE', 180);
	bob.answer('INVITE', 200, OFFER);
	await scene.clock.advance(1000);
	expect(headOf(bob, 'ACK')).toMatchInlineSnapshot(`
		"ACK sip:page@page.invalid;transport=wss SIP/2.0
		Via: SIP/2.0/WSS 127.0.0.1:8083;rport;branch=z9hG4bK…
		From: "Alice" <sip:+16505550101@127.0.0.1>;tag=127.0.0.1-5070-…
		To: "Bob" <sip:16505550100*102@127.0.0.1>;tag=bob
		Call-Id: …
		CSeq: 218…… ACK
		Max-Forwards: 67
		User-Agent: RC_SIPWRP_22.241
		Content-Length: 0"
	`);
	expect(withoutChance(bob.last('MESSAGE').text)).toMatchInlineSnapshot(`
		"MESSAGE sip:page@page.invalid;transport=wss SIP/2.0
		Via: SIP/2.0/WSS 127.0.0.1:8083;rport;branch=z9hG4bK…
		From: <sip:%2310…@sip.ringcentral.com>;tag=…
		To: <sip:16505550100*102@sip.ringcentral.com>
		Call-Id: …
		CSeq: 218…… MESSAGE
		Max-Forwards: 67
		Content-Type: x-rc/agent
		User-Agent: RC_SIPWRP_22.241
		Content-Length: 200

		<Msg><Hdr SID="35464…" Req="" From="#10…@sip.ringcentral.com:5060" To="16505550100*102@sip.ringcentral.com:5060" Cmd="7"/><Bdy Cln="802398102001" IP="4294967295" Sts="0" CtrlCln=""/></Msg>"
	`);
	alice.request('BYE');
	await scene.clock.advance(1000);
	bob.answer('BYE', 200);
	await scene.clock.advance(1000);
	expect(withoutChance(bob.last('MESSAGE').text)).toMatchInlineSnapshot(`
		"MESSAGE sip:page@page.invalid;transport=wss SIP/2.0
		Via: SIP/2.0/WSS 127.0.0.1:8083;rport;branch=z9hG4bK…
		From: <sip:%2310…@sip.ringcentral.com>;tag=…
		To: <sip:16505550100*102@sip.ringcentral.com>
		Call-Id: …
		CSeq: 218…… MESSAGE
		Max-Forwards: 67
		Content-Type: x-rc/agent
		User-Agent: RC_SIPWRP_22.241
		Content-Length: 173

		<Msg><Hdr SID="" Req="" From="#10…@sip.ringcentral.com:5060" To="16505550100*102@sip.ringcentral.com:5060" Cmd="2"/><Bdy Mny="2010407" MB="2147483647" SrvLvl="0"/></Msg>"
	`);
	expect(scene.edge.legs.count).toBe(0);
});

test('an ACK that never comes ends the call', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	alice.call('102');
	await scene.clock.advance(1000);
	alice.call('102');
	await scene.clock.advance(1000);
	expect(scene.edge.legs.count).toBe(1);
	await scene.clock.advance(32_000);
	expect(scene.edge.legs.count).toBe(0);
});

test('a refusal is acknowledged on the INVITE’s branch; the caller gets voicemail', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	const branch = header(bob.last('INVITE'), 'Via');
	bob.answer('INVITE', 486);
	await scene.clock.advance(1000);
	expect(header(bob.last('ACK'), 'Via')).toBe(branch);
	expect(scene.edge.legs.count).toBe(1);
	expect(alice.take().at(-1)).toBe('SIP/2.0 200 OK');
});

test('an answer that crosses the CANCEL is acknowledged and ended', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	alice.request('BYE');
	bob.answer('INVITE', 200, OFFER);
	await scene.clock.advance(1000);
	expect(bob.take()).toEqual(['INVITE', 'CANCEL', 'ACK', 'BYE']);
});

test('a callee that is not there leaves the caller with voicemail', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	await scene.call(alice, '103');
	expect(scene.edge.legs.count).toBe(1);
	alice.request('BYE');
	await scene.clock.advance(1000);
	expect(alice.take().at(-1)).toBe('SIP/2.0 200 OK');
	expect(scene.edge.legs.count).toBe(0);
});

test('an offer that describes nothing is not acceptable, after a 183', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	alice.call('102', {}, 'no description');
	await scene.clock.advance(1000);
	alice.call('102', {}, 'no description');
	await scene.clock.advance(1000);
	expect(alice.take().slice(2)).toEqual([
		'SIP/2.0 100 Trying',
		'SIP/2.0 183 Session Progress',
		'SIP/2.0 488 Not Acceptable Here'
	]);
	expect(scene.edge.legs.count).toBe(0);
});

test('the caller’s keys decide what a reply brings', async () => {
	const told: Record<string, string | undefined>[] = [];
	for (const keys of ['3', '4', '5' + '14155550123#' + '1', '2', '9']) {
		const { scene, caller, callee } = await replied();
		for (const key of keys) {
			await scene.clock.advance(5000);
			caller.onkey?.(key);
		}
		await scene.clock.advance(20_000);
		const { Resp, Sts, ExtNfo } = parseRcMessage(callee.last('MESSAGE').body)?.body ?? {};
		told.push({ Sts, Resp, ExtNfo });
	}
	expect(told).toEqual([
		{ Sts: '0', Resp: '1' },
		{ Sts: '0', Resp: '2' },
		{ Sts: '0', Resp: '3', ExtNfo: '14155550123' },
		{ Sts: '1' },
		{ Sts: '1' }
	]);
});

/** Bob replied to Alice by text; her keys are listened to. */
async function replied() {
	const media = new RecordingMedia();
	const scene = new CoreScene({ media });
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	bob.answer('INVITE', 180);
	const callId = header(bob.last('INVITE'), 'Call-Id') ?? '';
	const { authorizationId } = bob.account;
	bob.request(
		'MESSAGE',
		{ 'Call-Id': callId },
		`<Msg><Hdr SID="1" Req="" From="" To="" Cmd="14"/><Bdy Cln="${authorizationId}" RepTp="0" Bdy="Later"/></Msg>`
	);
	await scene.clock.advance(500);
	bob.answer('CANCEL', 200);
	await scene.clock.advance(500);
	return { scene, caller: media.endpoint(0), callee: bob };
}
