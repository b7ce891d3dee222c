import type { Server as HttpServer } from 'node:http';
import type { Plugin } from 'vite';
import { attachSimulator } from './node-host.ts';
import type { SimulatorOptions } from './simulator.ts';

/** RingCentral's edge inside Vite's own server, in development and in preview. */
export function simulator(options?: SimulatorOptions): Plugin {
	return {
		name: 'sipscope:simulator',
		// Vite would let every page of the web read what we serve.
		config: () => ({ server: { cors: false }, preview: { cors: false } }),
		configureServer({ httpServer, middlewares }) {
			if (httpServer) attachSimulator(httpServer as HttpServer, middlewares, options);
		},
		configurePreviewServer({ httpServer, middlewares }) {
			attachSimulator(httpServer as HttpServer, middlewares, options);
		}
	};
}
