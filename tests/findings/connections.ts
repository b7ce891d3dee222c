import type { Example } from './example.ts';

export const connectionExamples = {
	'connection-failed': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').online().disconnect(1005);
			alice.dial();
			alice.disconnect();
		},
		says: 'Alice could not open a connection to wss://sip.example.com:8083 (code 1006).',
		spares: (trace) => {
			trace.phone('Alice', '101').connect().disconnect();
		}
	},

	'socket-lost': {
		fires: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			trace.wait(12_000);
			alice.disconnect();
			trace.wait(25_000);
			alice.connect().register();
		},
		says: 'Alice lost its connection (code 1006) and was unreachable for 25 s, until it dialled again.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			alice.disconnect(1005);
			trace.wait(25_000);
			alice.connect();
		}
	},

	'socket-left-open': {
		fires: (trace) => {
			trace.phone('Alice', '101').start().connect().register();
			trace.wait(10_000);
		},
		says: 'Alice opened another connection while one was still open.',
		spares: (trace) => {
			const alice = trace.phone('Alice', '101').start();
			const old = alice.connection;
			alice.connect().register();
			trace.wait(9_000);
			alice.disconnect(1006, '', old);
			trace.wait(10_000);
		}
	}
} satisfies Record<string, Example>;
