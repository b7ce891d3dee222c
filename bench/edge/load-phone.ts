import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { DOMAIN, usernameOf, type Account } from '../../src/lib/simulator/accounts.ts';
import { composeRequest, composeResponse } from '../../src/lib/sip/compose.ts';
import { digestResponse } from '../../src/lib/sip/digest/digest.ts';
import { header, headers, parseMessage, type SipMessage } from '../../src/lib/sip/message.ts';
import { DESCRIPTION } from './description.ts';
import { PendingResponses } from './pending-responses.ts';

type Fields = Record<string, string>;

/** A dialog, as far as a phone needs it to speak in it. */
interface Dialog {
	callId: string;
	local: string;
	remote: string;
}

/**
 * A phone that registers, calls and is called, with as little work as that takes: what is measured
 * is the server. It speaks to RingCentral's edge and to a plain RFC 3261 proxy alike.
 */
export class LoadPhone {
	readonly account: Account;
	/** Called when a call that came in is answered and confirmed by the ACK. */
	onconfirmed: (() => void) | undefined;
	#socket: WebSocket;
	#pending = new PendingResponses();
	#name = randomBytes(8).toString('hex');
	#cseq = 0;

	private constructor(account: Account, socket: WebSocket) {
		this.account = account;
		this.#socket = socket;
		socket.on('message', (data) => this.#receive(String(data)));
		socket.on('close', () => this.#pending.fail(new Error('the server closed the socket')));
	}

	static async connect(url: string, account: Account): Promise<LoadPhone> {
		const socket = new WebSocket(url, 'sip');
		await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
		return new LoadPhone(account, socket);
	}

	/** Rejects where the last answer is not 200. */
	async register(expires = 60): Promise<void> {
		const fields = {
			'Call-Id': this.#unique(),
			From: `${this.#address};tag=${this.#unique()}`,
			To: this.#address,
			Contact: `${this.#contact};expires=${expires}`
		};
		await this.#proven('REGISTER', `sip:${DOMAIN}`, fields, '');
	}

	/** Settles when the call is answered, or rejects with the status that it failed with. */
	async call(number: string): Promise<Dialog> {
		const to = `<sip:${number}@${DOMAIN}>`;
		const local = `${this.#address};tag=${this.#unique()}`;
		const callId = this.#unique();
		const fields = { 'Call-Id': callId, From: local, To: to, Contact: this.#contact };
		const answer = await this.#proven('INVITE', `sip:${number}@${DOMAIN}`, fields, DESCRIPTION);
		const dialog = { callId, local, remote: header(answer, 'To') ?? to };
		const cseq = Number.parseInt(header(answer, 'CSeq') ?? '', 10);
		this.#send('ACK', `sip:${number}@${DOMAIN}`, fieldsOf(dialog), '', cseq);
		return dialog;
	}

	/** Settles when the BYE is answered. */
	async hangUp(dialog: Dialog): Promise<void> {
		await this.#request('BYE', `sip:${DOMAIN}`, fieldsOf(dialog), '');
	}

	close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
		this.#socket.close();
		return closed;
	}

	/** Asks, and asks again with the digest that was asked for. */
	async #proven(method: string, uri: string, fields: Fields, body: string): Promise<SipMessage> {
		const first = await this.#request(method, uri, fields, body);
		const isProxy = header(first, 'Proxy-Authenticate') !== undefined;
		const challenge = header(first, isProxy ? 'Proxy-Authenticate' : 'Www-Authenticate') ?? '';
		const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? '';
		const name = isProxy ? 'Proxy-Authorization' : 'Authorization';
		const credentials = { ...fields, [name]: this.#credentials(method, nonce) };
		const answer = await this.#request(method, uri, credentials, body);
		const { status, text } = answer as { status?: number; text: string };
		if (status === 200) return answer;
		throw new Error(`${method} was answered: ${text.split('\r\n', 1)[0]}`);
	}

	#credentials(method: string, nonce: string): string {
		const { authorizationId: username, password } = this.account;
		const uri = `sip:${DOMAIN}`;
		const response = digestResponse({ username, password, realm: DOMAIN, method, uri, nonce });
		return `Digest algorithm="MD5", username="${username}", realm="${DOMAIN}", nonce="${nonce}", uri="${uri}", response="${response}"`;
	}

	#request(method: string, uri: string, fields: Fields, body: string): Promise<SipMessage> {
		const cseq = this.#send(method, uri, fields, body);
		return this.#pending.expect(`${cseq} ${method}`);
	}

	#send(method: string, uri: string, fields: Fields, body: string, cseq = ++this.#cseq): number {
		const list: [string, string][] = [
			['Via', `SIP/2.0/WS ${this.#name}.invalid;branch=z9hG4bK-${this.#unique()}`],
			...Object.entries(fields),
			['CSeq', `${cseq} ${method}`],
			['Max-Forwards', '70']
		];
		if (body) list.push(['Content-Type', 'application/sdp']);
		this.#socket.send(composeRequest({ method, uri, headers: list, body }));
		return cseq;
	}

	#receive(text: string): void {
		const message = parseMessage(text);
		if (message.kind === 'response') return this.#pending.settle(message);
		if (message.kind !== 'request') return;
		if (message.method === 'ACK') return this.onconfirmed?.();
		if (message.method === 'INVITE') this.#answer(message, 180, '');
		this.#answer(message, 200, message.method === 'INVITE' ? DESCRIPTION : '');
	}

	#answer(request: SipMessage, status: number, body: string): void {
		const field = (name: string): [string, string] => [name, header(request, name) ?? ''];
		const [, to] = field('To');
		const list: [string, string][] = [
			...headers(request, 'Via').map((via): [string, string] => ['Via', via]),
			field('From'),
			['To', to.includes(';tag=') ? to : `${to};tag=${this.#name}`],
			field('Call-Id'),
			field('CSeq'),
			['Contact', this.#contact]
		];
		if (body) list.push(['Content-Type', 'application/sdp']);
		this.#socket.send(composeResponse({ status, headers: list, body }));
	}

	get #address(): string {
		return `<sip:${usernameOf(this.account)}@${DOMAIN}>`;
	}

	get #contact(): string {
		const { authorizationId } = this.account;
		return `<sip:${this.#name}@${this.#name}.invalid;transport=ws>;+sip.instance="<urn:uuid:${authorizationId}>"`;
	}

	#unique(): string {
		return Math.random().toString(36).slice(2);
	}
}

function fieldsOf({ callId, local, remote }: Dialog): Fields {
	return { 'Call-Id': callId, From: local, To: remote };
}
