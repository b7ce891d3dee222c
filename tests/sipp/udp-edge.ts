import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { builtInAccounts } from '../../src/lib/simulator/accounts.ts';
import { createEdge, type Edge } from '../../src/lib/simulator/core/edge.ts';
import { ScriptedPhone } from '../../src/lib/simulator/testing/scripted-phone.ts';
import type { Entry } from '../../src/lib/trace/entry.ts';
import { MILLISECOND } from '../../src/lib/trace/instant.ts';

const HERE = '127.0.0.1';

/** The simulator's edge with datagrams for frames, since SIPp speaks no WebSocket. */
export class UdpEdge {
	readonly edge: Edge;
	/** What went each way, as the phones saw it. */
	readonly entries: Entry[] = [];
	readonly #socket = createSocket('udp4');
	readonly #phones = new Map<string, ScriptedPhone>();

	constructor() {
		this.edge = createEdge({
			accounts: builtInAccounts,
			now: () => Date.now(),
			random: () => Math.random(),
			schedule: (delay, task) => {
				const timer = setTimeout(task, delay);
				return () => clearTimeout(timer);
			},
			send: (connection, text) => this.#send(connection, text),
			disconnect: (connection) => this.edge.closed(connection),
			log: () => undefined
		});
	}

	/** Listens at a free port, and tells which. */
	async listen(): Promise<number> {
		this.#socket.on('message', (datagram, { address, port }) =>
			this.#receive(`${address}:${port}`, datagram.toString('utf8'))
		);
		await new Promise<void>((resolve) => this.#socket.bind(0, HERE, resolve));
		return (this.#socket.address() as AddressInfo).port;
	}

	/** A phone that a test speaks for. It is registered as soon as it is asked to be for the second time. */
	phone(port: number, extension: string): ScriptedPhone {
		const account = builtInAccounts.find((one) => one.extension === extension);
		if (account === undefined) throw new Error(`There is no extension ${extension}.`);
		const id = `${HERE}:${port}`;
		const phone = new ScriptedPhone(this.edge, id, account);
		const send = phone.send.bind(phone);
		phone.send = (text) => {
			this.#note(id, 'sent', text);
			send(text);
		};
		this.#phones.set(id, phone);
		return phone;
	}

	close(): void {
		this.edge.restart();
		this.#socket.close();
	}

	#receive(connection: string, text: string): void {
		this.#note(connection, 'sent', text);
		this.edge.receive(connection, text);
	}

	#send(connection: string, text: string): void {
		this.#note(connection, 'received', text);
		this.#phones.get(connection)?.takeText(text);
		this.#socket.send(text, Number(connection.slice(HERE.length + 1)), HERE);
	}

	#note(connection: string, direction: 'sent' | 'received', text: string): void {
		const seq = this.entries.length;
		const at = Date.now() * MILLISECOND;
		this.entries.push({ kind: 'message', seq, at, connection, direction, text });
	}
}
