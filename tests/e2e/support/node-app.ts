import WebPhone from 'ringcentral-web-phone';
import type { SipInfo } from 'ringcentral-web-phone/types';
import { WebSocket } from 'ws';
import { StreamingSipClient } from '../../../src/stream.ts';

/** An app in Node that registers, goes and ends by itself: `node-app.ts <sipInfo as JSON> <Sipscope's address>`. */
class PlainSocket extends WebSocket {
	constructor(url: string, protocols?: string) {
		super(url.replace(/^wss:/, 'ws:'), protocols, { allowSynchronousEvents: false });
	}
}
Object.assign(globalThis, { WebSocket: PlainSocket });

const [sipInfoText = '', to] = process.argv.slice(2);
const sipInfo = JSON.parse(sipInfoText) as SipInfo;
const sipClient = new StreamingSipClient({ sipInfo, stream: { to, name: 'A robot in Node' } });
const phone = new WebPhone({ sipInfo, sipClient });
await phone.start();
await phone.dispose();
