import { composeRequest, type HeaderParts } from '../src/lib/sip/compose.ts';
import { tagOf } from '../src/lib/sip/fields/address.ts';
import { reasonPhrase } from '../src/lib/sip/status.ts';
import { agentCommand, agentMessage } from './scripted-agent.ts';
import { challenge, CONTACT, DOMAIN, EDGE_ADDRESS, type ScriptedPhone } from './scripted-phone.ts';
import { type Direction, sdp, session } from './scripted-sdp.ts';

export interface CallIds {
	callId?: string;
	/** Of `p-rc-api-ids`, and within the SID of P-rc; `''` for a proxy that knows neither. */
	session?: string;
	/** RingCentral's agent that speaks of the call. */
	agent?: string;
}

/** One leg of a call, on one phone; its steps are those of the SDK and of RingCentral's edge. */
export class ScriptedCall {
	readonly callId: string;
	readonly session: string;
	readonly #agent: string;
	readonly #phone: ScriptedPhone;
	/** From and To of the phone's own requests. */
	#local: string;
	#remote: string;
	/** The latest INVITE without a final response. */
	#invite = '';

	private constructor(phone: ScriptedPhone, local: string, remote: string, ids: CallIds) {
		this.#phone = phone;
		this.callId = ids.callId ?? `call-${phone.trace.next()}`;
		this.session = ids.session ?? `5e55${phone.trace.next()}`;
		this.#agent = ids.agent ?? '#996016';
		this.#local = local;
		this.#remote = remote;
	}

	static outbound(phone: ScriptedPhone, number: string, ids: CallIds = {}): ScriptedCall {
		return new ScriptedCall(
			phone,
			`<${phone.address}>;tag=caller${phone.trace.next()}`,
			`<sip:${number}@${DOMAIN}>`,
			ids
		);
	}

	static inbound(
		phone: ScriptedPhone,
		caller: { name: string; number: string },
		ids: CallIds = {},
		offer = sdp('sendrecv')
	): ScriptedCall {
		const call = new ScriptedCall(
			phone,
			`"${phone.name}" <sip:${phone.username}@${EDGE_ADDRESS}>`,
			`"${caller.name}" <sip:${caller.number}@${EDGE_ADDRESS}>;tag=10.0.0.1-${phone.trace.next()}`,
			ids
		);
		call.#invite = call.#fromEdge('INVITE', {
			fields: [
				['Content-Type', 'application/sdp'],
				...call.#partyIds(2),
				...call.#incomingCall(caller)
			],
			body: offer
		});
		phone.reply(call.#invite, 100);
		call.#local += ';tag=phone';
		phone.reply(call.#invite, 180);
		return call;
	}

	/** Outbound: INVITE, its challenge, and INVITE with credentials, up to 183. */
	dial(): this {
		const fields: HeaderParts = [
			['Contact', `${CONTACT};expires=60`],
			['Content-Type', 'application/sdp']
		];
		const first = this.#request('INVITE', fields, sdp('sendrecv'));
		this.#phone.answer(first, 100);
		this.#phone.answer(first, 407, { fields: [['Proxy-Authenticate', challenge()]] });
		const credentials = ['Proxy-Authorization', this.#phone.credentials()] as const;
		this.#invite = this.#request('INVITE', [...fields, credentials], sdp('sendrecv'));
		this.#phone.answer(this.#invite, 100);
		this.#answered(183, { fields: this.#partyIds(1) });
		this.#remote += ';tag=edge';
		return this;
	}

	/** Outbound: the edge answers. */
	answered(answer = sdp('sendrecv')): this {
		this.#answered(200, { ...session('sendrecv'), body: answer });
		this.#ack();
		return this;
	}

	/** Outbound: the edge refuses. The SDK sends no ACK. */
	refused(status: number): this {
		this.#answered(status);
		return this;
	}

	/** Outbound: CANCEL in the INVITE's transaction, with the branch of the INVITE. */
	cancel(): this {
		const cancel = this.#phone.send(
			this.#invite
				.replace(/^INVITE/, 'CANCEL')
				.replace(/(CSeq: \d+) INVITE/, '$1 CANCEL')
				.replace(/Proxy-Authorization:.*\r\n|Content-.*\r\n/g, '')
				.replace(/\r\n\r\n[^]*/, '\r\nContent-Length: 0\r\n\r\n')
		);
		this.#phone.answer(cancel, 200);
		return this;
	}

	/** Inbound: Cmd 17. */
	confirm(): this {
		return this.command(17);
	}

	/** Inbound: the phone's 200 alone. */
	pickUp(): this {
		this.#phone.reply(this.#invite, 200, session('sendrecv'));
		return this;
	}

	/** Inbound: the person answers. */
	answer(): this {
		this.pickUp();
		this.#fromEdge('ACK', { cseq: cseqOf(this.#invite) });
		return this.session === '' ? this : this.agent(7, this.#phone.clientId);
	}

	/** A command of the phone to RingCentral's agent, in the call's Call-ID. */
	command(cmd: number, body: Record<string, string> = {}): this {
		const message = this.#request(
			'MESSAGE',
			[['Content-Type', 'x-rc/agent']],
			this.#command(cmd, { Cln: this.#phone.clientId, ...body }),
			`sip:${this.#agent}@${DOMAIN}:5060`
		);
		this.#phone.answer(message, 100);
		this.#phone.answer(message, 200);
		return this;
	}

	/** A command whose answer the edge's CANCEL overtakes. */
	decideTooLate(cmd: number): this {
		const decision = this.#command(cmd, { Cln: this.#phone.clientId });
		const fields: HeaderParts = [['Content-Type', 'x-rc/agent']];
		const message = this.#request('MESSAGE', fields, decision);
		this.cancelled();
		this.#phone.answer(message, 200);
		return this;
	}

	/** A command of the agent, outside of the call's Call-ID. The SDK answers those for its own client. */
	agent(cmd: number, client?: string): this {
		const message = this.#fromAgent(
			this.#command(cmd, { ...(client && { Cln: client }), Sts: '0' })
		);
		const phone = this.#phone;
		if (client === undefined || client === phone.clientId) phone.reply(message, 200);
		return this;
	}

	/** Cmd 2, which names no call. */
	freed(): this {
		const body = { Mny: '0', MB: '0', SrvLvl: '0' };
		this.#phone.reply(this.#fromAgent(this.#command(2, body, '')), 200);
		return this;
	}

	#fromAgent(body: string): string {
		return this.#phone.receive(agentMessage(this.#phone, this.#agent, body));
	}

	/** Inbound: the edge takes it back. The SDK sends no 487. */
	cancelled(): this {
		const cancel = this.#phone.receive(
			this.#invite
				.replace(/^INVITE/, 'CANCEL')
				.replace(/(CSeq: \d+) INVITE/, '$1 CANCEL')
				.replace(/(P-rc|p-rc-api-ids|Content-Type|Content-Length):.*\r\n/g, '')
				.replace(/\r\n\r\n[^]*/, '\r\nContent-Length: 0\r\n\r\n')
		);
		this.#phone.reply(cancel, 200);
		return this;
	}

	/** Hold, resume, or any other re-INVITE of the phone. */
	reinvite(direction: Direction, status = 200): this {
		this.#invite = this.#request('INVITE', [['Content-Type', 'application/sdp']], sdp(direction));
		this.#phone.answer(this.#invite, 100);
		const opposite = direction === 'sendonly' ? 'recvonly' : 'sendrecv';
		this.#answered(status, status === 200 ? session(opposite) : {});
		this.#ack();
		return this;
	}

	/** The same by the other side. */
	reinvited(direction: Direction): this {
		const invite = this.#fromEdge('INVITE', session(direction));
		this.#phone.reply(invite, 200, session(direction === 'sendonly' ? 'recvonly' : 'sendrecv'));
		this.#fromEdge('ACK', { cseq: cseqOf(invite) });
		return this;
	}

	/** An INFO of the phone, and its 200. */
	ask(command: string): this {
		const body = JSON.stringify({ request: { reqid: 1, command } });
		this.#phone.answer(this.#request('INFO', JSON_BODY, body), 200);
		return this;
	}

	/** An INFO of the phone, its 200, and the result in another INFO. */
	info(
		command: string,
		code = 0,
		description = 'Succeeded',
		more: Record<string, unknown> = {}
	): this {
		this.ask(command);
		const body = JSON.stringify({
			response: { reqid: 1, command, result: { code, description, ...more } }
		});
		this.#phone.reply(this.#fromEdge('INFO', { fields: JSON_BODY, body }), 200);
		return this;
	}

	/** A REFER of the phone, and the answer to it. */
	refer(to: string | ScriptedCall, status: number): this {
		const target = typeof to === 'string' ? `sip:${to}@${DOMAIN}` : to.asTarget;
		this.#phone.answer(this.#request('REFER', [['Refer-To', target]]), status);
		return this;
	}

	/** How a transfer goes, as the edge tells it. */
	notify(body: string, state = 'active;expires=60'): this {
		const fields: HeaderParts = [
			['Event', 'refer'],
			['Subscription-State', state],
			['Content-Type', 'message/sipfrag']
		];
		this.#phone.reply(this.#fromEdge('NOTIFY', { fields, body }), 200);
		return this;
	}

	/**
	 * A transfer: cold to a number, or warm to the one whom the phone has called already. It ends with
	 * the edge's BYE, on that call too, unless it fails.
	 */
	transfer(to: string | ScriptedCall, status = 200): this {
		this.refer(to, 202).notify('SIP/2.0 100 Trying');
		if (status === 200 && typeof to !== 'string') to.hungUp();
		this.notify(`SIP/2.0 ${status} ${reasonPhrase(status)}`, 'terminated;reason=noresource');
		return status === 200 ? this.hungUp() : this;
	}

	/** As the SDK names a call that is to be replaced. */
	get asTarget(): string {
		const [, number = ''] = /<sip:([^@>]*)/.exec(this.#remote) ?? [];
		const [to, from] = [tagOf(this.#remote), tagOf(this.#local)];
		const replaces = `${this.callId}%3Bto-tag%3D${to}%3Bfrom-tag%3D${from}`;
		const address = `${number}@${DOMAIN}`;
		return `"${address}" <sip:${address};transport=wss?Replaces=${replaces}>`;
	}

	hangUp(): this {
		this.#phone.answer(this.#request('BYE', []), 200);
		return this;
	}

	/** By the other side. */
	hungUp(): this {
		this.#phone.reply(this.#fromEdge('BYE'), 200);
		return this;
	}

	#answered(status: number, parts: Parameters<ScriptedPhone['answer']>[2] = {}): void {
		this.#phone.answer(this.#invite, status, parts);
	}

	/** With the INVITE's branch, as the SDK does it (RFC 3261 §13.2.2.4 wants a new one). */
	#ack(): void {
		const [, via = ''] = /Via: (.*)\r\n/.exec(this.#invite) ?? [];
		this.#phone.send(
			composeRequest({
				method: 'ACK',
				uri: `sip:${DOMAIN}`,
				headers: [
					['Via', via],
					['From', this.#local],
					['To', this.#remote],
					['Call-Id', this.callId],
					['CSeq', `${cseqOf(this.#invite)} ACK`]
				]
			})
		);
	}

	#request(method: string, fields: HeaderParts, body?: string, uri = `sip:${DOMAIN}`): string {
		return this.#phone.request(
			method,
			uri,
			[['From', this.#local], ['To', this.#remote], ['Call-Id', this.callId], ...fields],
			body
		);
	}

	#fromEdge(
		method: string,
		parts: { fields?: HeaderParts; body?: string; cseq?: number } = {}
	): string {
		const { trace } = this.#phone;
		return this.#phone.receive(
			composeRequest({
				method,
				uri: 'sip:page7f@page7f.invalid;transport=wss',
				headers: [
					['Via', `SIP/2.0/WSS ${EDGE_ADDRESS}:8083;rport;branch=z9hG4bKe${trace.next()}`],
					['From', this.#remote],
					['To', this.#local],
					['Call-Id', this.callId],
					['CSeq', `${parts.cseq ?? 218_000_000 + trace.next()} ${method}`],
					...(parts.fields ?? [])
				],
				body: parts.body
			})
		);
	}

	#partyIds(party: number): HeaderParts {
		const ids = `party-id=p-${this.session}-${party};session-id=s-${this.session}`;
		return this.session === '' ? [] : [['p-rc-api-ids', ids]];
	}

	#incomingCall({ name, number }: { name: string; number: string }): HeaderParts {
		if (this.session === '') return [];
		return [['P-rc', this.#command(6, { Phn: number, Nm: name })]];
	}

	#command(cmd: number, body: Record<string, string>, sid = `35${this.session}`): string {
		return agentCommand(cmd, { phone: this.#phone, agent: this.#agent, sid }, body);
	}
}

const JSON_BODY: HeaderParts = [['Content-Type', 'application/json;charset=utf-8']];

function cseqOf(message: string): number {
	return Number(/\r\nCSeq: (\d+)/.exec(message)?.[1]);
}
