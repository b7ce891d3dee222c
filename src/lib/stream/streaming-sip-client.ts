import { DefaultSipClient } from 'ringcentral-web-phone/sip-client';
import type { SipClientOptions } from 'ringcentral-web-phone/types';
import type { PhoneEntry, Unstamped } from '../trace/entry.ts';
import { nextConnection } from '../capture/connection-ids.ts';
import { observeSocket, observing } from './observed-socket.ts';
import { Stream, type StreamOptions } from './stream.ts';
import { uuid } from './uuid.ts';

/** An event of a phone, as all its members share. */
type PhoneEvent = Unstamped<PhoneEntry>;

export interface StreamingSipClientOptions extends SipClientOptions {
	/** How to reach Sipscope; or a stream that several phones share. All phones of a page share one unless told. */
	stream?: Stream | StreamOptions;
	/** What Sipscope calls the phone: its extension, or its user name, unless told. */
	phoneName?: string;
}

/**
 * The SDK's own SIP client; what its sockets carry is streamed to Sipscope. It behaves as the SDK's in
 * all else, and whatever becomes of the stream never reaches the app.
 *
 *     new WebPhone({ sipInfo, instanceId, sipClient: new StreamingSipClient({ sipInfo, instanceId }) })
 */
export class StreamingSipClient extends DefaultSipClient {
	readonly #stream: Stream;
	readonly #phone = uuid();
	readonly #name: string | undefined;
	#joined = false;

	constructor({ stream, phoneName, ...options }: StreamingSipClientOptions) {
		super(options);
		this.#stream = stream instanceof Stream ? stream : streamOf(stream);
		this.#name = phoneName;
	}

	/** The SDK constructs its socket before `connect` first yields: the global is ours for no longer. */
	override connect(): Promise<void> {
		const native = globalThis.WebSocket;
		globalThis.WebSocket = observing(native, (socket) => this.#observe(socket));
		try {
			return super.connect();
		} finally {
			globalThis.WebSocket = native;
		}
	}

	override async start(): Promise<void> {
		this.#join();
		this.#record(startOf(this.sipInfo, this.#name));
		try {
			await super.start();
			this.#record({ kind: 'phone', event: 'started' });
		} catch (thrown) {
			this.#fail('start', thrown);
		}
	}

	override async dispose(): Promise<void> {
		this.#record({ kind: 'phone', event: 'dispose' });
		try {
			await super.dispose();
			this.#record({ kind: 'phone', event: 'disposed' });
		} catch (thrown) {
			this.#fail('dispose', thrown);
		} finally {
			if (this.#joined) this.#stream.leave();
			this.#joined = false;
		}
	}

	#join(): void {
		if (!this.#joined) this.#stream.join();
		this.#joined = true;
	}

	#observe(socket: WebSocket): void {
		const { instanceId: instance } = this;
		const vantage = { phone: this.#phone, instance, connection: nextConnection() };
		const record = this.#stream.record.bind(this.#stream);
		record({ ...vantage, kind: 'socket', event: 'connecting', url: socket.url });
		observeSocket(socket, vantage, record);
		this.#stream.join();
		socket.addEventListener('close', () => this.#stream.leave());
	}

	#record(event: PhoneEvent): void {
		this.#stream.record({ ...event, phone: this.#phone, instance: this.instanceId });
	}

	#fail(action: string, thrown: unknown): never {
		const message = thrown instanceof Error ? thrown.message : 'the connection failed';
		this.#record({ kind: 'phone', event: 'error', action, message });
		throw thrown;
	}
}

type SipInfo = SipClientOptions['sipInfo'];

function startOf({ username, domain }: SipInfo, name: string | undefined): PhoneEvent {
	const extension = /\*(\d+)$/.exec(username)?.[1];
	return {
		kind: 'phone',
		event: 'start',
		name: name ?? extension ?? username,
		addressOfRecord: `sip:${username}@${domain}`,
		extension
	};
}

/** One for each address, and as long as the page lives: phones that come and go are one trace. */
const streams = new Map<string, Stream>();

function streamOf(options: StreamOptions = {}): Stream {
	const to = options.to ?? '';
	const stream = streams.get(to) ?? new Stream(options);
	streams.set(to, stream);
	return stream;
}
