import { type Element, contactOf, elementOf } from './element.ts';
import { type FlowMessage, description, isResponse, tagged } from './message.ts';
import type { Step } from './script.ts';

type MessageStep = Exclude<Step, { wait: number }>;

interface Sent {
	from: string;
	to: string;
	message: FlowMessage;
}

/** Composes the messages of a flow: what each element says next, by what it sent and received. */
export class Compose {
	readonly #sent: Sent[] = [];
	#numbers = 0;

	/** @throws where the step answers, acknowledges or cancels nothing. */
	next(step: MessageStep): FlowMessage {
		const message = step.again
			? this.#latest(`${step.from} repeats ${step.method ?? step.status}`, (sent) =>
					isSame(sent, step)
				)
			: step.status === undefined
				? this.#request(step, step.method ?? '')
				: this.#response(step, step.status);
		this.#sent.push({ from: step.from, to: step.to, message });
		return message;
	}

	#request(step: MessageStep, method: string): FlowMessage {
		if (method === 'ACK') return this.#ack(step);
		if (method === 'CANCEL') return this.#cancel(step);
		const { from, to } = step;
		const element = elementOf(from);
		return element.proxy
			? this.#forward(step, method)
			: this.#ownRequest(step, method, element, elementOf(to));
	}

	#ownRequest(step: MessageStep, method: string, element: Element, next: Element): FlowMessage {
		const before = this.#sent.findLast(
			({ from, to, message }) =>
				(from === element.name || to === element.name) && sharesDialog(message, method)
		);
		const [from, to] = this.#parties(before, element, next, method);
		const contact = method === 'INVITE' ? [['Contact', `<${contactOf(element)}>`] as const] : [];
		return {
			method,
			uri: method === 'REGISTER' ? `sip:${next.host}` : to.replace(/^.*<(.*)>.*$/, '$1'),
			via: [{ host: element.host, branch: this.#branch() }],
			from,
			to,
			callId: before?.message.callId ?? `${this.#numbers++}@${element.host}`,
			cseq: this.#cseqOf(element.name),
			maxForwards: 70,
			fields: [
				...contact,
				...(step.credentials ? [credentials(method, element)] : []),
				...step.fields
			],
			body: step.media && description(element.host, step.media)
		};
	}

	/** From and To: within a dialog those of the latest message, turned where the other side spoke. */
	#parties(
		before: Sent | undefined,
		element: Element,
		next: Element,
		method: string
	): [from: string, to: string] {
		if (before === undefined) {
			const callee = method === 'REGISTER' ? element.address : calleeOf(element, next);
			return [`<${element.address}>;tag=${element.name}${this.#numbers++}`, `<${callee}>`];
		}
		const { from, to } = before.message;
		const own = from.includes(`tag=${element.name}`);
		const dialog = this.#established(before.message.callId);
		const remote = own ? (dialog?.to ?? to) : from;
		// After a challenge, the request begins anew, without the tag of who challenged.
		const refused = dialog === undefined && own;
		return own ? [from, refused ? to.replace(/;tag=.*/, '') : remote] : [dialog?.to ?? to, from];
	}

	/** The 2xx that established the dialog, if any did. */
	#established(callId: string): FlowMessage | undefined {
		return this.#sent.findLast(
			({ message }) =>
				message.callId === callId &&
				message.method === 'INVITE' &&
				message.status !== undefined &&
				message.status >= 200 &&
				message.status < 300
		)?.message;
	}

	#forward({ from, to, fields }: MessageStep, method: string): FlowMessage {
		const { host } = elementOf(from);
		const received = this.#latest(
			`${from} forwards ${method}`,
			(sent) => sent.to === from && sent.message.method === method && !isResponse(sent.message)
		);
		return {
			...received,
			uri: method === 'INVITE' && !elementOf(to).proxy ? contactOf(elementOf(to)) : received.uri,
			via: [{ host, branch: this.#branch() }, ...received.via],
			maxForwards: received.maxForwards - 1,
			fields: [
				...(method === 'INVITE' ? [['Record-Route', `<sip:${host};lr>`] as const] : []),
				...received.fields.filter((field) => !('0' in field && field[0] === 'Proxy-Authorization')),
				...fields
			]
		};
	}

	/** Of a refusal it goes from hop to hop (RFC 3261 §17.1.1.3), of a 2xx from end to end (§13.2.2.4). */
	#ack(step: MessageStep): FlowMessage {
		const { from, to } = step;
		const response = this.#latest(
			`${from} acknowledges`,
			({ to: receiver, from: sender, message }) =>
				receiver === from &&
				sender === to &&
				message.method === 'INVITE' &&
				(message.status ?? 0) >= 200
		);
		const success = (response.status ?? 0) < 300;
		if (success && elementOf(from).proxy) return this.#forward(step, 'ACK');
		const invite = this.#inviteTo(from, to, response.cseq);
		return {
			...invite,
			method: 'ACK',
			via: success
				? [{ host: elementOf(from).host, branch: this.#branch() }]
				: invite.via.slice(0, 1),
			to: response.to,
			maxForwards: 70,
			fields: step.fields,
			body: step.media && description(elementOf(from).host, step.media)
		};
	}

	/** Hop by hop, with the branch of what it cancels (RFC 3261 §9.1). */
	#cancel({ from, to, fields }: MessageStep): FlowMessage {
		const invite = this.#inviteTo(from, to);
		return {
			...invite,
			method: 'CANCEL',
			via: invite.via.slice(0, 1),
			maxForwards: 70,
			fields,
			body: undefined
		};
	}

	#response(step: MessageStep, status: number): FlowMessage {
		const { from, to } = step;
		const request = this.#latest(
			`${from} answers ${to} with ${status}`,
			(sent) =>
				sent.from === to &&
				sent.to === from &&
				!isResponse(sent.message) &&
				sent.message.method !== 'ACK' &&
				(step.method ?? sent.message.method) === sent.message.method
		);
		const element = elementOf(from);
		const relayed = element.proxy && status !== 100 && this.#relayed(step, request);
		if (relayed) return { ...relayed, via: relayed.via.slice(1) };
		const contact =
			request.method === 'INVITE' && status < 300 && status > 100
				? [['Contact', `<${contactOf(element)}>`] as const]
				: [];
		const recordRoutes = request.fields.filter(
			(field) => '0' in field && field[0] === 'Record-Route'
		);
		return {
			...request,
			uri: undefined,
			status,
			to:
				status === 100
					? request.to
					: tagged(request.to, `${from}-${request.callId.split('@', 1)[0]}`),
			fields: [...(contact.length > 0 ? recordRoutes : []), ...contact, ...step.fields],
			body: step.media && description(element.host, step.media)
		};
	}

	/** What came from further on, for a proxy to pass back. */
	#relayed({ from, status }: MessageStep, request: FlowMessage): FlowMessage | undefined {
		return this.#sent.findLast(
			({ to, message }) =>
				to === from &&
				message.status === status &&
				message.method === request.method &&
				message.callId === request.callId &&
				message.cseq === request.cseq &&
				message.via.length > request.via.length
		)?.message;
	}

	#inviteTo(from: string, to: string, cseq?: number): FlowMessage {
		return this.#latest(
			`${from} invited ${to}`,
			(sent) =>
				sent.from === from &&
				sent.to === to &&
				sent.message.method === 'INVITE' &&
				!isResponse(sent.message) &&
				(cseq ?? sent.message.cseq) === sent.message.cseq
		);
	}

	#latest(what: string, matches: (sent: Sent) => boolean): FlowMessage {
		const found = this.#sent.findLast(matches);
		if (found === undefined) throw new Error(`Nothing comes before: ${what}.`);
		return found.message;
	}

	#cseqOf(name: string): number {
		return 1 + this.#sent.filter(({ from, message }) => from === name && message.uri).length;
	}

	#branch(): string {
		return `z9hG4bK${this.#numbers++}`;
	}
}

function isSame({ from, to, message }: Sent, step: MessageStep): boolean {
	return (
		from === step.from &&
		to === step.to &&
		(step.status === undefined
			? message.method === step.method && !isResponse(message)
			: message.status === step.status)
	);
}

/** Whether a user agent's next request of that method goes on with what the message belongs to. */
function sharesDialog(message: FlowMessage, method: string): boolean {
	return (message.method === 'REGISTER') === (method === 'REGISTER');
}

function calleeOf(element: Element, next: Element): string {
	const other = element.name === 'alice' ? 'bob' : 'alice';
	return next.address ?? elementOf(other).address ?? '';
}

function credentials(method: string, { name, host }: Element): readonly [string, string] {
	const field = method === 'REGISTER' ? 'Authorization' : 'Proxy-Authorization';
	return [
		field,
		`Digest username="${name}", realm="example.com", nonce="1", uri="sip:${host}", response="00112233445566778899aabbccddeeff"`
	];
}
