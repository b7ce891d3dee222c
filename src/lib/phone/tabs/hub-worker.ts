import { Hub } from './hub.ts';

const hub = new Hub();

const worker = globalThis as unknown as { onconnect: (event: MessageEvent) => void };
worker.onconnect = ({ ports }) => {
	for (const port of ports) hub.connect(port);
};
