import { WebSocket } from 'ws';
import type WebPhone from 'ringcentral-web-phone';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import { sipInfoOf, type Account, type SipInfo } from '../accounts.ts';
import { cannedSession } from './canned-session.ts';

/** The stock SDK in Node, with each frame of its sockets, both ways, in order. */
export interface SdkPhone {
	phone: WebPhone;
	/** `> INVITE sip:102@…`, `< SIP/2.0 100 Trying`: who sent it, and its first line. */
	frames: string[];
	/** The same frames in full, without the arrow. */
	texts: string[];
	sockets: WebSocket[];
	/** Settles with the next inbound call. */
	inbound(): Promise<InboundCallSession>;
}

export interface SdkPhoneOptions {
	account: Account;
	proxy: string;
	instanceId?: string;
	sipInfo?: Partial<SipInfo>;
}

/** The SDK dials `wss://` only and calls the global constructor while `start` begins. */
class PlainWebSocket extends WebSocket {
	static opened: WebSocket[] = [];

	constructor(url: string, protocol: string) {
		// In a browser each message is a task of its own; the SDK counts on it.
		super(url.replace(/^wss:/, 'ws:'), protocol, { allowSynchronousEvents: false });
		PlainWebSocket.opened.push(this);
	}
}

export async function sdkPhone(options: SdkPhoneOptions): Promise<SdkPhone> {
	// The SDK reads the global when it dials; Node 20 has none of its own.
	Object.assign(globalThis, { WebSocket: PlainWebSocket });
	const { default: Phone } = await import('ringcentral-web-phone');
	const phone = new Phone({
		sipInfo: { ...sipInfoOf(options.account, options.proxy), ...options.sipInfo },
		instanceId: options.instanceId,
		webRtcSessionFactory: cannedSession
	});
	const made: SdkPhone = { phone, frames: [], texts: [], sockets: [], inbound };
	const { sipClient } = phone as unknown as { sipClient: { connect(): Promise<void> } };
	const connect = sipClient.connect.bind(sipClient);
	sipClient.connect = () => {
		const connected = connect();
		record(made, PlainWebSocket.opened.pop());
		return connected;
	};
	return made;

	function inbound(): Promise<InboundCallSession> {
		return new Promise((resolve) => phone.once('inboundCall', resolve));
	}
}

function record({ frames, texts, sockets }: SdkPhone, socket: WebSocket | undefined): void {
	if (!socket) throw new Error('the SDK opened no socket');
	sockets.push(socket);
	const note = (arrow: string, text: string) => {
		frames.push(`${arrow} ${text.split('\r\n', 1)[0]}`);
		texts.push(text);
	};
	const send = socket.send.bind(socket) as (data: string) => void;
	socket.send = (data: unknown) => {
		note('>', String(data));
		send(String(data));
	};
	socket.prependListener('message', (data) => note('<', String(data)));
}

/** `< BYE sip:…` is `< BYE`; a status line stays whole. */
export function kindOf(frame: string): string {
	return frame.replace(/ sip:.*/, '');
}
