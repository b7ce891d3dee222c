import type { Server as HttpServer } from 'node:http';
import type { Plugin } from 'vite';
import { weriftMedia } from '../media/werift-media.ts';
import { attachSimulator } from './node-host.ts';
import type { SimulatorOptions } from './simulator.ts';

/** RingCentral's edge, with sound, inside Vite's own server, in development and in preview. */
export function simulator(given?: SimulatorOptions): Plugin {
	const options = { media: weriftMedia, ...given };
	return {
		name: 'sipscope:simulator',
		// Vitest serves its pages in frames, which our headers forbid, and starts what it needs itself.
		apply: (_config, { mode }) => mode !== 'test',
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
