import { Command } from '../../../ringcentral/commands.ts';
import { composeRcMessage } from '../../../ringcentral/rc-message.ts';
import { header, type SipResponse } from '../../../sip/message.ts';
import { DOMAIN, usernameOf, type Account } from '../../accounts.ts';
import type { Connection } from '../connection.ts';
import type { Conversation, Party } from './conversation.ts';
import type { Edge } from '../edge.ts';
import type { HeaderTuple } from '../transaction/exchange.ts';
import { Leg } from './leg.ts';
import { contactOf, outgoingHeaders } from '../transaction/outgoing.ts';
import type { Ringing, RingOptions } from './ringing.ts';

const SESSION_DESCRIPTION: HeaderTuple = ['Content-Type', 'application/sdp'];

export interface Ring {
	ringing: Ringing;
	conversation: Conversation;
	caller: Party;
	/** Whose phone it is. */
	account: Account;
	connection: Connection;
	contact: string;
}

/** The INVITE to one phone of the called extension, until it is answered, refused or cancelled. */
export class RingingLeg {
	readonly leg: Leg;
	readonly ringing: Ringing;
	/** The client's own name in the agent's messages; it says it with Cmd 17. */
	client: string;
	#edge: Edge;
	#ring: Ring;
	#cseq: number;
	#branch: string;

	constructor(edge: Edge, ring: Ring) {
		const { account } = ring;
		const { address } = edge.settings;
		this.#edge = edge;
		this.#ring = ring;
		this.ringing = ring.ringing;
		this.client = account.authorizationId;
		this.#cseq = edge.identifiers.cseq();
		this.#branch = edge.identifiers.branch();
		this.leg = new Leg(edge, {
			callId: edge.identifiers.callId(),
			connection: ring.connection,
			account,
			party: { name: account.name, number: account.directNumber },
			direction: 'inbound',
			local: `"${ring.caller.name}" <sip:${ring.caller.number}@${address}>;tag=${edge.identifiers.tag()}`,
			remote: `"${account.name}" <sip:${usernameOf(account)}@${address}>`,
			target: ring.contact,
			user: ring.caller.number,
			rings: this
		});
		this.leg.joined(ring.conversation);
	}

	/** Rings the phone and takes what it answers. */
	async invite(): Promise<void> {
		const { leg } = this;
		const body = this.#options.withoutOffer ? undefined : await leg.media.offer();
		if (leg.state === 'ended') return;
		const response = await this.#edge.transactions.send(
			leg.connection,
			{
				method: 'INVITE',
				uri: leg.target,
				cseq: this.#cseq,
				headers: this.#headers('INVITE', [
					contactOf(this.#edge, this.#ring.caller.number),
					...(body === undefined ? [] : [SESSION_DESCRIPTION]),
					['p-rc-api-ids', this.#ring.conversation.partyIds()],
					['p-rc-api-call-info', this.#callInfo()],
					['P-rc', this.#incomingCall()],
					...this.#alert()
				]),
				body
			},
			{ onprovisional: (provisional) => this.#rings(provisional) }
		);
		await this.#take(response);
	}

	/** The SDK answers the CANCEL alone; another client sends 487 too, which is acknowledged. */
	async cancel(): Promise<void> {
		const { leg } = this;
		if (leg.state === 'ended') return;
		leg.end();
		if (!leg.connection.open) return;
		const within = this.#edge.settings.answerWithin;
		this.#edge.transactions.expire(this.#cseq, 'INVITE', within);
		await this.#edge.transactions.send(
			leg.connection,
			{ method: 'CANCEL', uri: leg.target, cseq: this.#cseq, headers: this.#headers('CANCEL', []) },
			{ within }
		);
	}

	#rings(response: SipResponse): void {
		if (response.status < 180) return;
		this.leg.remote = header(response, 'To') ?? this.leg.remote;
		if (this.leg.state === 'inviting') this.leg.state = 'ringing';
	}

	async #take(response: SipResponse | undefined): Promise<void> {
		const { leg } = this;
		const isOffer = this.#options.withoutOffer && response && response.status < 300;
		const answer = isOffer ? await leg.media.answer(response.body) : undefined;
		if (response) leg.acknowledge(response, answer);
		if (!response || response.status >= 300) {
			leg.end();
			return this.ringing.lostPhone();
		}
		leg.remote = header(response, 'To') ?? leg.remote;
		if (leg.state === 'ended') {
			// The answer crossed our CANCEL.
			await leg.request('BYE');
			return;
		}
		leg.state = 'confirmed';
		this.ringing.answeredBy(this);
		const isUsable = isOffer ? answer !== undefined : await leg.media.accept(response.body);
		if (isUsable) return;
		// A description that carries no call: both sides are told that it is over.
		await leg.hangUp();
		leg.conversation?.leave(leg);
	}

	#headers(method: string, more: HeaderTuple[]): HeaderTuple[] {
		const { local, remote, callId } = this.leg;
		const to = remote.replace(/;tag=.*$/, '');
		const outgoing = { method, from: local, to, callId, cseq: this.#cseq, branch: this.#branch };
		return outgoingHeaders(this.#edge, outgoing, more);
	}

	get #options(): RingOptions {
		return this.ringing.options;
	}

	/** What the phone's user may do with the call, and whose call it is. */
	#callInfo(): string {
		const { queue } = this.#options;
		if (queue === undefined) return 'callAttributes=reject,send-vm';
		const { name } = this.#ring.caller;
		return `callAttributes=queue-call,reject;callerIdName=${name};queueName=${queue}`;
	}

	#alert(): HeaderTuple[] {
		const { answerAfter } = this.#options;
		const id = `${this.#edge.identifiers.below(1e9)}@${this.#edge.settings.address}`;
		const info = `<${id}>;purpose=info`;
		if (answerAfter === undefined) return [['Call-Info', info]];
		return [
			['Alert-Info', 'Auto Answer'],
			['Call-Info', `${info};Answer-After=${answerAfter}`]
		];
	}

	#incomingCall(): string {
		const { conversation, caller, account } = this.#ring;
		return composeRcMessage(
			{
				SID: conversation.sid,
				Req: this.#edge.identifiers.request(),
				From: `${conversation.agent}@${DOMAIN}:5060`,
				To: usernameOf(account),
				Cmd: String(Command.IncomingCall)
			},
			{
				SrvLvl: '-149699523',
				SrvLvlExt: '406',
				Phn: caller.number,
				Nm: caller.name,
				ToPhn: account.directNumber,
				ToNm: account.name,
				RecUrl: ''
			}
		);
	}
}
