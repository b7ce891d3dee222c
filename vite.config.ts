import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tests/chromium.ts';

export default defineConfig({
	plugins: [sveltekit()],
	server: { host: '127.0.0.1', port: 4173, strictPort: true },
	preview: { host: '127.0.0.1', port: 4173, strictPort: true },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['{src,bench,tests}/**/*.test.ts'],
					exclude: ['**/*.browser.test.ts']
				}
			},
			{
				extends: true,
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
