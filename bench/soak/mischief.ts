import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';

/** What a client does that should not be there. */
const deeds: Readonly<Record<string, (socket: WebSocket) => void>> = {
	noise: (socket) => socket.send(randomBytes(200).toString('latin1')),
	binary: (socket) => socket.send(randomBytes(50)),
	'a huge frame': (socket) => socket.send('x'.repeat(300_000)),
	'a flood': (socket) => {
		for (let sent = 0; sent < 1500; sent++) socket.send('OPTIONS sip:x SIP/2.0\r\n\r\n');
	},
	'half a message': (socket) => socket.send('INVITE sip:101@sip.ringcentral.com SIP/2.0\r\nVia: '),
	'half a frame': (socket) => socket.send('REGISTER', { fin: false })
};

/** Does all of it, each on a socket of its own, which ends in one way or the other. */
export async function makeMischief(url: string): Promise<void> {
	for (const deed of Object.values(deeds)) {
		const socket = new WebSocket(url, 'sip');
		socket.on('error', () => undefined);
		const closed = new Promise((resolve) => socket.once('close', resolve));
		await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
		if (socket.readyState === WebSocket.OPEN) deed(socket);
		setTimeout(() => socket.terminate(), 1000);
		await closed;
	}
}
