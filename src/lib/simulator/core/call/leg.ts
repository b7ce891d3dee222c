import { Command } from '../../../ringcentral/commands.ts';
import { composeRequest } from '../../../sip/compose.ts';
import { parseVia } from '../../../sip/fields/via.ts';
import { header, type SipResponse } from '../../../sip/message.ts';
import type { Account } from '../../accounts.ts';
import { sendAgentMessage } from '../control/agent-message.ts';
import type { Connection } from '../connection.ts';
import type { Conversation, End, Party } from './conversation.ts';
import type { Edge } from '../edge.ts';
import type { Exchange, HeaderTuple } from '../transaction/exchange.ts';
import type { MediaEndpoint, Voice } from '../media.ts';
import { MUSIC } from '../sounds.ts';
import { contactOf, outgoingHeaders } from '../transaction/outgoing.ts';
import type { RingingLeg } from './ringing-leg.ts';

/**
 * inviting: an INVITE is on its way, to the phone or from it, and has no final answer.
 * ringing: the called phone said 180.
 * answered: the caller was told 200 and has not sent its ACK.
 * confirmed: INVITE, 200, ACK: people may speak.
 * ended: nothing more is sent or taken.
 */
export type LegState = 'inviting' | 'ringing' | 'answered' | 'confirmed' | 'ended';

export interface LegOptions {
	callId: string;
	connection: Connection;
	account: Account;
	party: Party;
	/** Seen from the phone. */
	direction: 'outbound' | 'inbound';
	/** Our name and address, with our tag. */
	local: string;
	/** The phone's name and address, with its tag as soon as it has one. */
	remote: string;
	/** The phone's contact: where requests to it go. */
	target: string;
	/** The user part of our own contact. */
	user: string;
	/** The INVITE that the phone sent. */
	invite?: Exchange;
	/** The INVITE that the phone was sent. */
	rings?: RingingLeg;
}

/** One phone's dialog with the edge. It knows nothing of the other leg but the conversation. */
export class Leg implements End {
	readonly callId: string;
	readonly account: Account;
	readonly party: Party;
	readonly direction: 'outbound' | 'inbound';
	readonly local: string;
	readonly target: string;
	readonly media: MediaEndpoint;
	readonly invite: Exchange | undefined;
	readonly rings: RingingLeg | undefined;
	remote: string;
	connection: Connection;
	state: LegState = 'inviting';
	recording = false;
	/** What was asked by INFO and whose result has not been told yet. */
	readonly operations = new Set<string>();
	conversation: Conversation | undefined;
	#edge: Edge;
	#user: string;
	#cancelTimer: (() => void) | undefined;
	#whenConfirmed: (() => void) | undefined;
	#whenMet: (() => void) | undefined;

	constructor(edge: Edge, options: LegOptions) {
		this.#edge = edge;
		this.callId = options.callId;
		this.account = options.account;
		this.party = options.party;
		this.direction = options.direction;
		this.local = options.local;
		this.remote = options.remote;
		this.target = options.target;
		this.connection = options.connection;
		this.#user = options.user;
		this.invite = options.invite;
		this.rings = options.rings;
		this.media = edge.media.open({ iceDelay: edge.settings.iceDelay });
		this.media.onkey = (key) => this.conversation?.other(this).pressed?.(key);
		edge.legs.add(this);
	}

	get hasAnswered(): boolean {
		return this.state === 'answered' || this.state === 'confirmed';
	}

	voiceFor(): Voice {
		return this.media.held ? MUSIC : this.media;
	}

	joined(conversation: Conversation): void {
		this.conversation = conversation;
	}

	/** Does something, once, as soon as the other end has picked up. */
	whenMet(task: () => void): void {
		this.#whenMet = task;
	}

	met(other: End): void {
		if (!other.hasAnswered) return;
		this.#whenMet?.();
		this.#whenMet = undefined;
	}

	/** Sends a request within the dialog; undefined where the phone does not answer it. */
	request(
		method: string,
		more: HeaderTuple[] = [],
		body?: string,
		onsent?: () => void
	): Promise<SipResponse | undefined> {
		if (!this.connection.open) return Promise.resolve(undefined);
		const cseq = this.#edge.identifiers.cseq();
		const dialog = { method, from: this.local, to: this.remote, callId: this.callId, cseq };
		const headers = outgoingHeaders(this.#edge, dialog, [
			contactOf(this.#edge, this.#user),
			...more
		]);
		return this.#edge.transactions.send(
			this.connection,
			{ method, uri: this.target, cseq, headers, body },
			{ within: this.#edge.settings.answerWithin, onsent }
		);
	}

	/** Offers the phone another description of the same session, in an INVITE of ours. */
	async reInvite(): Promise<void> {
		const response = await this.request(
			'INVITE',
			[['Content-Type', 'application/sdp']],
			await this.media.offer()
		);
		if (!response || this.state === 'ended') return;
		this.acknowledge(response);
		if (response.status < 300) await this.media.accept(response.body);
	}

	/** The ACK of a refusal belongs to the INVITE's transaction and keeps its branch (§17.1.1.3). */
	acknowledge(response: SipResponse, body?: string): void {
		const dialog = {
			method: 'ACK',
			from: this.local,
			to: header(response, 'To') ?? this.remote,
			callId: this.callId,
			cseq: Number.parseInt(header(response, 'CSeq') ?? '', 10),
			branch: response.status < 300 ? undefined : parseVia(header(response, 'Via') ?? '').branch
		};
		const type: HeaderTuple[] = body === undefined ? [] : [['Content-Type', 'application/sdp']];
		const headers = outgoingHeaders(this.#edge, dialog, type);
		void this.connection.outbox.push(() =>
			composeRequest({ method: 'ACK', uri: this.target, headers, body })
		);
	}

	/** The caller was told 200: without an ACK in time the leg is given up. */
	answered(within: number, whenConfirmed?: () => void): void {
		this.state = 'answered';
		this.#whenConfirmed = whenConfirmed;
		this.#giveUpAfter(within);
	}

	/** The caller's ACK is there. */
	confirm(): void {
		if (this.state !== 'answered') return;
		this.#cancelTimer?.();
		this.state = 'confirmed';
		this.#whenConfirmed?.();
	}

	/** Ends the leg from our side. Settles when the phone has said that it knows. */
	async hangUp(): Promise<void> {
		if (this.state === 'ended') return;
		const bye = this.request('BYE');
		this.end();
		await bye;
	}

	/** The other end hung up. The phone that was called is told too that its resources are free. */
	release(): void {
		if (this.state === 'ended') return;
		if (this.state === 'inviting' && this.invite) return this.#refuse(this.invite);
		void this.hangUp().then(() => {
			if (this.direction !== 'inbound' || !this.conversation) return;
			sendAgentMessage(this.#edge, this, Command.ServerFreeResources, {
				Mny: '2010407',
				MB: '2147483647',
				SrvLvl: '0'
			});
		});
	}

	/** Nothing more is sent or taken; the phone knows already, or is gone. */
	end(): void {
		if (this.state === 'ended') return;
		this.state = 'ended';
		this.#cancelTimer?.();
		this.media.close();
		this.#edge.legs.remove(this);
	}

	/** The phone is back on another connection. */
	moveTo(connection: Connection): void {
		this.#cancelTimer?.();
		if (this.connection !== connection) this.operations.clear();
		this.connection = connection;
	}

	/** The phone's socket is gone. A call that was up waits a while for a re-INVITE. */
	orphaned(): void {
		if (this.state === 'confirmed') this.#giveUpAfter(this.#edge.settings.orphanFor);
		else this.#giveUp();
	}

	/** A caller that was not answered yet learns that it will not be. */
	#refuse(invite: Exchange): void {
		void invite.answer(480);
		this.end();
	}

	#giveUpAfter(delay: number): void {
		this.#cancelTimer?.();
		this.#cancelTimer = this.#edge.environment.schedule(delay, () => this.#giveUp());
	}

	#giveUp(): void {
		this.end();
		this.conversation?.leave(this);
	}
}
