import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// Every page runs in the browser alone: traces, phones and keys never reach a server.
		adapter: adapter({ fallback: 'index.html' }),
		typescript: {
			config: (config) => {
				config.include.push('../bench/**/*.ts', '../docs/**/*.ts');
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Svelte and Shiki set style attributes; styles cannot run code.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:', 'mediastream:'],
				'worker-src': ['self', 'blob:'],
				// Outbound proxies are the user's own, at any host and port. A phone is provisioned by
				// RingCentral, or by a simulator on this machine.
				'connect-src': [
					'self',
					'ws:',
					'wss:',
					'https://platform.ringcentral.com',
					'https://platform.devtest.ringcentral.com',
					'http://127.0.0.1:*',
					'https://127.0.0.1:*',
					'http://localhost:*',
					'https://localhost:*'
				],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
