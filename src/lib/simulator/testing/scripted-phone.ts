import { composeRequest, composeResponse } from '../../sip/compose.ts';
import { digestResponse } from '../../sip/digest/digest.ts';
import { header, headers, parseMessage, type SipMessage } from '../../sip/message.ts';
import { usernameOf, type Account } from '../accounts.ts';
import type { Edge } from '../core/edge.ts';

export const DOMAIN = 'sip.ringcentral.com';
export const OFFER = [
	'v=0',
	'o=- 1 1 IN IP4 192.0.2.7',
	's=-',
	't=0 0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 111',
	'a=rtpmap:111 opus/48000/2',
	'a=sendrecv',
	'a=ice-ufrag:abcd',
	''
].join('\r\n');

/** A phone that does what a test says and no more. */
export class ScriptedPhone {
	readonly id: string;
	readonly received: SipMessage[] = [];
	readonly account: Account;
	/** Of what it asks, unless told. */
	callId: string;
	readonly #edge: Edge;
	#cseq = 0;

	constructor(edge: Edge, id: string, account: Account) {
		this.#edge = edge;
		this.id = id;
		this.account = account;
		this.callId = `call-of-${id}`;
		edge.opened(id);
	}

	send(text: string): void {
		this.#edge.receive(this.id, text);
	}

	request(method: string, more: Record<string, string> = {}, body = ''): void {
		const { 'Request-URI': uri = `sip:${DOMAIN}`, ...extra } = more;
		const address = `<sip:${usernameOf(this.account)}@${DOMAIN}>`;
		const fields = {
			Via: `SIP/2.0/WSS ${this.id}.invalid;branch=z9hG4bK-${this.id}-${++this.#cseq}`,
			From: `${address};tag=${this.id}`,
			To: address,
			'Call-Id': this.callId,
			CSeq: `${this.#cseq} ${method}`,
			...extra
		};
		this.send(composeRequest({ method, uri, headers: Object.entries(fields), body }));
	}

	/** A REGISTER with the answer to the last challenge, if there was one. */
	register({ instance = this.id, expires = 60, ...more }: RegisterOptions = {}): void {
		this.request('REGISTER', {
			Contact: `<sip:page@page.invalid;transport=wss>;+sip.instance="<urn:uuid:${instance}>";expires=${expires}`,
			...this.#credentials('Authorization', 'Www-Authenticate', 'REGISTER'),
			...more
		});
	}

	call(number: string, more: Record<string, string> = {}, body = OFFER): void {
		this.request(
			'INVITE',
			{
				'Request-URI': `sip:${number}@${DOMAIN}`,
				To: `<sip:${number}@${DOMAIN}>`,
				Contact: '<sip:page@page.invalid;transport=wss>;expires=60',
				...this.#credentials('Proxy-Authorization', 'Proxy-Authenticate', 'INVITE'),
				...more
			},
			body
		);
	}

	/** Answers the last request of this method. */
	answer(method: string, status: number, body = ''): void {
		const request = this.last(method);
		const fields = ['From', 'To', 'Call-Id', 'CSeq'].map((name): [string, string] => {
			const value = header(request, name) ?? '';
			const isUntagged = name === 'To' && !value.includes(';tag=');
			return [name, isUntagged ? `${value};tag=${this.id}` : value];
		});
		const vias = headers(request, 'Via').map((via): [string, string] => ['Via', via]);
		this.send(composeResponse({ status, headers: [...vias, ...fields], body }));
	}

	/** The last request that came with this method. */
	last(method: string): SipMessage {
		const found = this.received.findLast(
			(message) => message.kind === 'request' && message.method === method
		);
		if (!found) throw new Error(`${this.id} received no ${method}`);
		return found;
	}

	/** The first lines of what came, without the addresses, and forgets them. */
	take(): string[] {
		return this.received
			.splice(0)
			.map(({ text }) => (text.split('\r\n', 1)[0] ?? '').replace(/ sip:.* SIP\/2\.0$/, ''));
	}

	takeText(text: string): void {
		this.received.push(parseMessage(text));
	}

	#credentials(name: string, challenge: string, method: string): Record<string, string> {
		const value = this.received.map((message) => header(message, challenge)).findLast(Boolean);
		const nonce = /nonce="([^"]+)"/.exec(value ?? '')?.[1];
		if (nonce === undefined) return {};
		const { authorizationId: username, password } = this.account;
		const uri = `sip:${DOMAIN}`;
		const response = digestResponse({ username, realm: DOMAIN, password, method, uri, nonce });
		const credentials = `Digest algorithm="MD5", username="${username}", realm="${DOMAIN}", nonce="${nonce}", uri="${uri}", response="${response}"`;
		return { [name]: credentials };
	}
}

export interface RegisterOptions {
	instance?: string;
	expires?: number;
	Authorization?: string;
	Contact?: string;
	Expires?: string;
	To?: string;
	'Request-URI'?: string;
}
