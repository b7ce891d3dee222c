import { composeRequest, composeResponse, type HeaderParts } from '../src/lib/sip/compose.ts';
import { header, headers, parseMessage } from '../src/lib/sip/message.ts';
import type {
	Entry,
	MediaStats,
	PhoneEntry,
	SocketEntry,
	Unstamped,
	Vantage
} from '../src/lib/trace/entry.ts';
import { type CallIds, ScriptedCall } from './scripted-call.ts';
import type { ScriptedTrace } from './scripted-trace.ts';

export const DOMAIN = 'sip.example.com';
export const MAIN_NUMBER = '16505550100';
export const EDGE_ADDRESS = '203.0.113.10';

/** Shared by all phones of a page, as the SDK's is. */
export const CONTACT = '<sip:page7f@page7f.invalid;transport=wss>';

/** An entry without its kind and who saw it. */
type Event<E extends Entry> =
	Unstamped<E> extends infer U
		? U extends unknown
			? Omit<U, 'kind' | keyof Vantage>
			: never
		: never;

export interface ScriptedPhoneOptions {
	id?: string;
	instance?: string;
	/** Frames only, without telling who saw them: an import. */
	anonymous?: boolean;
}

export interface ScriptedRegister {
	expires?: number;
	granted?: number;
	/** Final status to the REGISTER with credentials. */
	status?: number;
	reason?: string;
	/** Further values of Contact in the 200. */
	others?: readonly string[];
}

/** A phone of the SDK and what its edge answers, frame by frame. */
export class ScriptedPhone {
	readonly trace: ScriptedTrace;
	readonly name: string;
	readonly extension: string;
	readonly id: string;
	readonly instance: string;
	readonly clientId: string;
	connection = '';
	readonly #anonymous: boolean;

	constructor(
		trace: ScriptedTrace,
		name: string,
		extension: string,
		options: ScriptedPhoneOptions
	) {
		this.trace = trace;
		this.name = name;
		this.extension = extension;
		this.id = options.id ?? name.toLowerCase();
		this.instance = options.instance ?? `${extension}00000-instance`;
		this.clientId = `802398${extension}001`;
		this.#anonymous = options.anonymous ?? false;
	}

	get username(): string {
		return `${MAIN_NUMBER}*${this.extension}`;
	}

	get address(): string {
		return `sip:${this.username}@${DOMAIN}`;
	}

	start(): this {
		return this.online().register();
	}

	/** Started, without its REGISTERs: they are not what a script is about. */
	online(): this {
		const { name, address: addressOfRecord, extension } = this;
		this.tell({ event: 'start', name, addressOfRecord, extension });
		return this.connect();
	}

	/** A socket that does not open yet. */
	dial(): void {
		this.connection = `connection-${this.trace.next()}`;
		this.socket({ event: 'connecting', url: `wss://${DOMAIN}:8083` });
	}

	connect(): this {
		this.dial();
		this.trace.wait(20);
		this.socket({ event: 'open', protocol: 'sip' });
		return this;
	}

	disconnect(code = 1006, reason = '', connection = this.connection): this {
		this.socket({ event: 'close', code, reason, wasClean: code === 1000 }, connection);
		return this;
	}

	/** The six frames of a registration, or fewer where it fails. */
	register(options: ScriptedRegister = {}): this {
		const { expires = 60, granted = 60, status = 200, reason, others = [] } = options;
		const instance = `+sip.instance="<urn:uuid:${this.instance}>"`;
		const fields: HeaderParts = [
			['From', `<${this.address}>;tag=from${this.trace.next()}`],
			['To', `<${this.address}>`],
			['Call-Id', `register-${this.trace.next()}`],
			['Contact', `${CONTACT};${instance};expires=${expires}`]
		];
		const first = this.request('REGISTER', `sip:${DOMAIN}`, fields);
		this.answer(first, 100);
		this.answer(first, 401, { fields: [['Www-Authenticate', challenge()]] });
		const second = this.request('REGISTER', `sip:${DOMAIN}`, [
			...fields,
			['Authorization', this.credentials()]
		]);
		this.answer(second, 100);
		const own = `${CONTACT};expires=${granted};${instance}`;
		const contacts = expires === 0 ? [] : [...others, own];
		const listed = status === 200 ? contacts : [];
		this.answer(second, status, {
			reason,
			fields: listed.map((contact) => ['Contact', contact] as const)
		});
		return this;
	}

	call(number: string, ids?: CallIds): ScriptedCall {
		return ScriptedCall.outbound(this, number, ids);
	}

	ring(caller: { name: string; number: string }, ids?: CallIds, offer?: string): ScriptedCall {
		return ScriptedCall.inbound(this, caller, ids, offer);
	}

	/** Sends a request with a branch and the page's next CSeq, and returns it. */
	request(method: string, uri: string, fields: HeaderParts, body?: string): string {
		return this.send(this.#compose(method, uri, fields, body));
	}

	/** The edge answers what the phone sent. */
	answer(request: string, status: number, parts: ResponseParts = {}): string {
		return this.receive(responseTo(request, status, { tag: 'edge', ...parts }));
	}

	/** The phone answers what it received. */
	reply(request: string, status: number, parts: ResponseParts = {}): string {
		return this.send(responseTo(request, status, { tag: 'phone', ...parts }));
	}

	/** The same on a socket that is not open. */
	sendInVain(method: string, uri: string, fields: HeaderParts): void {
		const text = this.#compose(method, uri, fields);
		const more = { undelivered: true, ...this.#vantage } as const;
		this.trace.record({ kind: 'message', direction: 'sent', text, ...more });
	}

	send(text: string): string {
		this.trace.record({ kind: 'message', direction: 'sent', text, ...this.#vantage });
		this.trace.wait(4);
		return text;
	}

	receive(text: string): string {
		this.trace.record({ kind: 'message', direction: 'received', text, ...this.#vantage });
		this.trace.wait(4);
		return text;
	}

	credentials(): string {
		return `Digest algorithm="MD5", username="${this.clientId}", realm="${DOMAIN}", nonce="bm9uY2U=", uri="sip:${DOMAIN}", response="00112233445566778899aabbccddeeff"`;
	}

	tell(event: Event<PhoneEntry>): this {
		if (this.#anonymous) return this;
		const { id: phone, instance } = this;
		this.trace.record({ ...event, kind: 'phone', phone, instance } as Unstamped<PhoneEntry>);
		return this;
	}

	media(
		callId: string,
		event: 'ice-gathering' | 'ice-connection' | 'connection',
		state: string
	): void {
		const { id: phone, instance } = this;
		this.trace.record({ kind: 'media', phone, instance, callId, event, state });
	}

	stats(callId: string, stats: MediaStats): void {
		const { id: phone, instance } = this;
		this.trace.record({ kind: 'media', phone, instance, callId, event: 'stats', stats });
	}

	socket(event: Event<SocketEntry>, connection = this.connection): void {
		const seen = { ...event, kind: 'socket', ...this.#vantage, connection };
		this.trace.record(seen as Unstamped<SocketEntry>);
	}

	#compose(method: string, uri: string, fields: HeaderParts, body?: string): string {
		return composeRequest({
			method,
			uri,
			headers: [
				['Via', `SIP/2.0/WSS page7f.invalid;branch=z9hG4bK-${this.trace.next()}`],
				...fields,
				['CSeq', `${4000 + this.trace.next()} ${method}`],
				['Max-Forwards', '70']
			],
			body
		});
	}

	get #vantage() {
		const { id: phone, instance, connection } = this;
		return this.#anonymous ? { connection } : { phone, instance, connection };
	}
}

export interface ResponseParts {
	reason?: string;
	tag?: string;
	fields?: HeaderParts;
	body?: string;
}

export function challenge(): string {
	return `Digest realm="${DOMAIN}", nonce="bm9uY2U="`;
}

function responseTo(request: string, status: number, parts: ResponseParts): string {
	const message = parseMessage(request);
	const copied = (name: string) => header(message, name) ?? '';
	const to = copied('To');
	const tagged = status === 100 || to.includes(';tag=') ? to : `${to};tag=${parts.tag}`;
	return composeResponse({
		status,
		reason: parts.reason,
		headers: [
			...headers(message, 'Via').map((via) => ['Via', via] as const),
			['From', copied('From')],
			['To', tagged],
			['Call-Id', copied('Call-Id')],
			['CSeq', copied('CSeq')],
			...(parts.fields ?? [])
		],
		body: parts.body
	});
}
