import WebPhone from 'ringcentral-web-phone';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type { SipInfo } from 'ringcentral-web-phone/types';
import { StreamingSipClient } from '../../../src/stream.ts';
import { cannedSession } from '../../../src/lib/simulator/testing/canned-session.ts';

/** An app of somebody's own, with two phones of the stock SDK: what runs in the page. */
export interface OwnApp {
	/** @param streamTo Sipscope's address, where the app streams by itself */
	start(sipInfos: readonly SipInfo[], streamTo?: string): Promise<void>;
	/** The first phone calls the second, which answers. */
	call(number: string): Promise<void>;
	hangUp(): Promise<void>;
	dispose(): Promise<void>;
}

declare global {
	interface Window {
		ownApp: OwnApp;
	}
}

/** The SDK dials `wss://` alone; the simulator of a test has no certificate. */
window.WebSocket = class extends WebSocket {
	constructor(url: string | URL, protocols?: string | string[]) {
		super(String(url).replace(/^wss:/, 'ws:'), protocols);
	}
};

let phones: WebPhone[] = [];

window.ownApp = {
	async start(sipInfos, streamTo) {
		phones = sipInfos.map((sipInfo) => {
			const sipClient =
				streamTo === undefined
					? undefined
					: new StreamingSipClient({ sipInfo, stream: { to: streamTo } });
			return new WebPhone({ sipInfo, sipClient, webRtcSessionFactory: cannedSession });
		});
		for (const phone of phones) await phone.start();
	},
	async call(number) {
		const [caller, callee] = phones;
		const ringing = new Promise<InboundCallSession>((resolve) =>
			callee?.once('inboundCall', resolve)
		);
		await caller?.call(number);
		await (await ringing).answer();
	},
	async hangUp() {
		await phones[0]?.callSessions[0]?.hangup();
	},
	async dispose() {
		for (const phone of phones) await phone.dispose();
	}
};
