import { Command } from '../../src/lib/ringcentral/commands.ts';
import { composeRcMessage } from '../../src/lib/ringcentral/rc-message.ts';
import { chromiumDescription, edgeDescription } from './description.ts';
import type { Random } from './random.ts';
import {
	type Content,
	DOMAIN,
	type Extra,
	type Frame,
	type Talk,
	answered,
	asked,
	beginTalk,
	edgeRequest,
	phoneRequest,
	served
} from './talk.ts';

type Field = readonly [name: string, value: string];

/** A registration, or its refresh: challenged, then granted. Six frames. */
export function* registration(phone: Extra, random: Random): Generator<Frame> {
	const talk = beginTalk(phone, random, phone.userName);
	const contact: Field = [
		'Contact',
		`<${phone.contact}>;+sip.instance="<urn:uuid:${phone.instance}>";expires=60`
	];
	const granted: Field = ['Contact', `<${phone.contact}>;expires=${random.between(40, 60)}`];
	yield* asked(
		talk,
		'REGISTER',
		[{ status: 100 }, { status: 401, headers: [challenge('Www-Authenticate', random)] }],
		[contact]
	);
	yield* asked(
		talk,
		'REGISTER',
		[{ status: 100 }, { status: 200, headers: [granted] }],
		[contact, credentials('Authorization', phone, random)]
	);
}

/** A call placed: challenged, answered, perhaps held or recorded, ended. */
export function* outboundCall(phone: Extra, random: Random): Generator<Frame> {
	const talk = beginTalk(phone, random, numberOf(random));
	const offer = sdp(chromiumDescription(random));
	const answer = { headers: [partyIds(random)], content: sdp(edgeDescription(random)) };
	const contact: Field = ['Contact', `<${phone.contact}>;expires=60`];
	yield* asked(
		talk,
		'INVITE',
		[{ status: 100 }, { status: 407, headers: [challenge('Proxy-Authenticate', random)] }],
		[contact],
		offer
	);
	yield* asked(
		talk,
		'INVITE',
		[{ status: 100 }, { status: 183, ...answer }, { status: 200, ...answer }],
		[contact, credentials('Proxy-Authorization', phone, random)],
		offer
	);
	talk.established = true;
	yield { direction: 'sent', text: phoneRequest(talk, 'ACK') };
	yield* midCall(talk);
	yield* asked(talk, 'BYE', [{ status: 200 }]);
}

/** A call received: announced and confirmed in XML, answered, ended by the other side. */
export function* inboundCall(phone: Extra, random: Random): Generator<Frame> {
	const talk = beginTalk(phone, random, numberOf(random));
	const invite = edgeRequest(
		talk,
		'INVITE',
		[partyIds(random), ['P-rc', rcMessage(talk, Command.IncomingCall).body]],
		sdp(edgeDescription(random))
	);
	yield { direction: 'received', text: invite };
	yield* answered(talk, invite, [{ status: 100 }, { status: 180 }]);
	talk.established = true;
	yield* asked(
		talk,
		'MESSAGE',
		[{ status: 100 }, { status: 200 }],
		[],
		rcMessage(talk, Command.ClientReceiveConfirm)
	);
	yield* answered(talk, invite, [{ status: 200, content: sdp(chromiumDescription(random)) }]);
	yield { direction: 'received', text: edgeRequest(talk, 'ACK') };
	yield* served(talk, 'MESSAGE', [{ status: 200 }], [], rcMessage(talk, Command.AlreadyProcessed));
	yield* midCall(talk);
	yield* served(talk, 'BYE', [{ status: 200 }]);
	yield* served(
		talk,
		'MESSAGE',
		[{ status: 200 }],
		[],
		rcMessage(talk, Command.ServerFreeResources)
	);
}

function* midCall(talk: Talk): Generator<Frame> {
	if (talk.random.next() < 0.5) yield* hold(talk);
	if (talk.random.next() < 0.2) yield* recording(talk);
}

function* hold(talk: Talk): Generator<Frame> {
	for (const direction of ['sendonly', 'sendrecv']) {
		const answer = { status: 200, content: sdp(edgeDescription(talk.random)) };
		const offer = sdp(chromiumDescription(talk.random, direction));
		yield* asked(talk, 'INVITE', [{ status: 100 }, answer], [], offer);
		yield { direction: 'sent', text: phoneRequest(talk, 'ACK') };
	}
}

function* recording(talk: Talk): Generator<Frame> {
	for (const [i, command] of ['startcallrecord', 'stopcallrecord'].entries()) {
		const reqid = i + 1;
		const result = { code: 0, description: 'Succeeded' };
		yield* asked(talk, 'INFO', [{ status: 200 }], [], json({ request: { reqid, command } }));
		yield* served(
			talk,
			'INFO',
			[{ status: 200 }],
			[],
			json({ response: { reqid, command, result } })
		);
	}
}

function numberOf(random: Random): string {
	return `+165055501${random.text(2, '0123456789')}`;
}

function challenge(name: string, random: Random): Field {
	return [name, `Digest realm="${DOMAIN}", nonce="${random.text(32)}"`];
}

function credentials(name: string, phone: Extra, random: Random): Field {
	const fields = [
		'Digest algorithm="MD5"',
		`username="${phone.instance}"`,
		`realm="${DOMAIN}"`,
		`nonce="${random.text(32)}"`,
		`uri="sip:${DOMAIN}"`,
		`response="${random.hex(32)}"`
	];
	return [name, fields.join(', ')];
}

function partyIds(random: Random): Field {
	const session = random.hex(32);
	return ['p-rc-api-ids', `party-id=p-${session}-2;session-id=s-${session}`];
}

function rcMessage({ phone, random }: Talk, command: number): Content {
	const header = {
		SID: random.text(14, '0123456789'),
		Req: `{${random.hex(32).toUpperCase()}}`,
		From: `#996016@${DOMAIN}:5060`,
		To: phone.userName,
		Cmd: String(command)
	};
	const body = { Cln: phone.instance, Phn: numberOf(random), Nm: 'Alice Example', Sts: '0' };
	return { type: 'x-rc/agent', body: composeRcMessage(header, body) };
}

function sdp(body: string): Content {
	return { type: 'application/sdp', body };
}

function json(value: unknown): Content {
	return { type: 'application/json;charset=utf-8', body: JSON.stringify(value) };
}
