/** What a person copies to stream from an app, for the Sipscope at one host: `127.0.0.1:4173`. */

export function fetchCommand(host: string): string {
	return `curl -O http://${host}/streaming-sip-client.js`;
}

export const SIP_CLIENT = `import WebPhone from 'ringcentral-web-phone';
import { StreamingSipClient } from './streaming-sip-client.js';

const options = { sipInfo, instanceId };
const sipClient = new StreamingSipClient(options);
const webPhone = new WebPhone({ ...options, sipClient });`;

export function consoleLine(host: string): string {
	return `import('http://${host}/stream.js')`;
}

export const IN_NODE = `import { WebSocket } from 'ws';

// Node 22 and newer have one.
globalThis.WebSocket = WebSocket;`;

/** How Sipscope is started so that a page from elsewhere may stream. */
export function allowCommand(origin: string): string {
	return `npm start -- --allow-origin ${origin}`;
}
