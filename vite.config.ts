import { readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tests/chromium.ts';

function versionOf(packageFile: string): string {
	const { version } = JSON.parse(readFileSync(new URL(packageFile, import.meta.url), 'utf8')) as {
		version: string;
	};
	return version;
}

export default defineConfig({
	define: {
		__SIPSCOPE_VERSION__: JSON.stringify(versionOf('./package.json')),
		__SDK_VERSION__: JSON.stringify(versionOf('./node_modules/ringcentral-web-phone/package.json'))
	},
	plugins: [sveltekit()],
	// Found only when first used, they would make Vite reload the page in the middle of a call.
	optimizeDeps: {
		include: [
			'idb',
			'ringcentral-web-phone',
			'ringcentral-web-phone/device-manager',
			'ringcentral-web-phone/rc-message/rc-message',
			'ringcentral-web-phone/sip-client',
			'ringcentral-web-phone/sip-message/inbound',
			'shiki/core',
			'shiki/engine/javascript'
		]
	},
	server: { host: '127.0.0.1', port: 4173, strictPort: true },
	preview: { host: '127.0.0.1', port: 4173, strictPort: true },
	test: {
		// No test asserts speed, and a machine may be busy.
		testTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['{src,bench,tests,docs}/**/*.test.ts'],
					exclude: ['**/*.browser.test.ts']
				}
			},
			{
				extends: true,
				optimizeDeps: { include: ['fast-check'] },
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								executablePath: findChromium(),
								args: [
									'--no-sandbox',
									'--use-fake-ui-for-media-stream',
									'--use-fake-device-for-media-stream',
									'--allow-loopback-in-peer-connection'
								]
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
