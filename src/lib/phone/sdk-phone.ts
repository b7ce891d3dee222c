import WebPhone from 'ringcentral-web-phone';
import type { WebRtcSessionFactory } from 'ringcentral-web-phone/types';
import type { Recorder } from '../capture/recorder.ts';
import { RecordingSipClient } from '../capture/recording-sip-client.ts';
import { ChosenDevices } from './chosen-devices.ts';
import { settleWithin } from './outcome.ts';
import type { PhoneLog } from './phone-log.ts';
import { instanceOf, type PhoneProfile } from './profile.ts';
import type { Proxy, RecoveryInput } from './recovery/recovery-state.ts';
import { watchRegistration } from './recovery/registration-watch.ts';
import { RunningCalls } from './running-calls.ts';
import { ToneSession } from './tone-session.ts';

export interface SdkPhoneOptions {
	profile: PhoneProfile;
	password: string;
	recorder: Pick<Recorder, 'record'>;
	log: PhoneLog;
	/** The SDK prints every message to the console. */
	debug: boolean;
	/** In place of microphone and tone, where there is no WebRTC. */
	webRtcSessionFactory?: WebRtcSessionFactory;
	/** The socket that it had last is closed. */
	onclose: () => void;
	/** What the SDK threw while nobody waited for it. */
	onerror: (thrown: unknown, action?: string) => void;
	onchange: () => void;
}

/** Seconds. */
const DISPOSE_TIME = 8;
/** Nothing can be answered where no socket is open. */
const OFFLINE_DISPOSE_TIME = 0.2;

/** The SDK's objects for one run of a phone, from its start to its dispose. */
export class SdkPhone {
	readonly calls: RunningCalls;
	readonly #options: SdkPhoneOptions;
	readonly #sipClient: RecordingSipClient;
	readonly #webPhone: WebPhone;

	constructor(options: SdkPhoneOptions) {
		const { profile, password, recorder, debug, log, onclose, onerror, onchange } = options;
		this.#options = options;
		const sdkOptions = {
			sipInfo: { ...profile.sipInfo, password },
			instanceId: instanceOf(profile),
			debug
		};
		this.#sipClient = new RecordingSipClient({
			...sdkOptions,
			recorder,
			phone: profile.id,
			plain: profile.plain,
			onclose,
			onerror
		});
		this.#webPhone = new WebPhone({
			...sdkOptions,
			sipClient: this.#sipClient,
			deviceManager: new ChosenDevices(profile),
			webRtcSessionFactory: options.webRtcSessionFactory ?? this.#toneFactory()
		});
		this.calls = new RunningCalls({
			webPhone: this.#webPhone,
			sipClient: this.#sipClient,
			log,
			onchange
		});
	}

	start(): Promise<void> {
		return this.#webPhone.start();
	}

	/** Registers over the socket that it has. */
	async refresh(): Promise<void> {
		this.#expectOpenSocket();
		await this.#sipClient.refresh();
	}

	/** Tells of what its REGISTERs come to, from now on. */
	hearRegistration(hear: (input: RecoveryInput) => void): void {
		watchRegistration(this.#sipClient, hear);
	}

	/** Registers over a new socket, and closes those of before. May never settle. */
	reconnect(proxy: Proxy): Promise<void> {
		return this.#sipClient.reconnect(proxy);
	}

	closeSockets(): void {
		this.#sipClient.closeSockets();
	}

	/** Stays, with its socket, and can be refreshed. */
	async unregister(): Promise<void> {
		this.#expectOpenSocket();
		await this.#sipClient.unregister();
	}

	/** Without unregistering: to the edge it is gone, and its binding lives until it expires. */
	async closeSocket(): Promise<void> {
		this.#expectOpenSocket();
		const { wsc } = this.#sipClient;
		const closed = new Promise((resolve) => wsc.addEventListener('close', resolve, { once: true }));
		wsc.close();
		await closed;
	}

	/**
	 * Unregisters, and never rejects: a ghost session makes the SDK's `dispose()` throw, or hang, before
	 * it does. It is begun before this first waits, so that a page that goes away may call it.
	 */
	async dispose(): Promise<void> {
		const isOpen = this.#sipClient.wsc?.readyState === WebSocket.OPEN;
		const seconds = isOpen ? DISPOSE_TIME : OFFLINE_DISPOSE_TIME;
		await this.#untilDisposed(this.#webPhone.dispose(), seconds);
		if (!this.#sipClient.disposed) await this.#untilDisposed(this.#sipClient.dispose(), seconds);
		this.release();
	}

	/** Whatever the SDK leaves: microphones, peer connections, sockets. */
	release(): void {
		for (const session of [...this.#webPhone.callSessions]) session.dispose();
		this.#sipClient.abandon();
	}

	#expectOpenSocket(): void {
		if (this.#sipClient.wsc?.readyState !== WebSocket.OPEN)
			throw new Error('Its socket is closed.');
	}

	async #untilDisposed(disposing: Promise<void>, seconds: number): Promise<void> {
		const { onerror } = this.#options;
		const outcome = await settleWithin(disposing, seconds);
		if (outcome.kind === 'failed') onerror(outcome.thrown, 'dispose');
		if (outcome.kind !== 'no answer') return;
		onerror(
			new Error(`No answer for ${seconds} s; the SDK's dispose() is still pending.`),
			'dispose'
		);
	}

	#toneFactory(): WebRtcSessionFactory | undefined {
		const { media, outputDeviceId } = this.#options.profile;
		if (media !== 'tone') return undefined;
		return ({ callId, direction, stunServers }) => {
			const frequency = direction === 'outbound' ? 440 : 523.25;
			const session = new ToneSession({ stunServers, frequency, outputDeviceId });
			this.calls.watchMedia(callId, session.connection);
			return session;
		};
	}
}
