import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { CALLS_ON_THIS_MACHINE, LOCAL_ONLY } from './browser-flags.ts';

const PORT = 4180;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const WITHOUT_FLAGS = '**/*.no-flags.spec.ts';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	timeout: 90_000,
	expect: { timeout: 15_000 },
	// All specs share one simulator, and the five slots of each of its extensions.
	workers: 1,
	// A test that failed once without cause is broken.
	retries: 0,
	forbidOnly: Boolean(process.env['CI']),
	reporter: 'list',
	use: {
		baseURL: ADDRESS,
		viewport: { width: 1440, height: 900 },
		screenshot: 'only-on-failure'
	},
	projects: [
		{
			name: 'chromium',
			testIgnore: WITHOUT_FLAGS,
			use: launch([...LOCAL_ONLY, ...CALLS_ON_THIS_MACHINE])
		},
		{
			// As a newcomer's browser is: it asks for permission, hides addresses, and lets nothing play
			// before a click.
			name: 'no-flags',
			testMatch: WITHOUT_FLAGS,
			use: launch(LOCAL_ONLY)
		}
	],
	webServer: {
		command: `npm start -- --no-open --port ${PORT}`,
		cwd: fileURLToPath(new URL('../..', import.meta.url)),
		url: `${ADDRESS}/healthz`,
		// What already runs there may have been built from other sources.
		reuseExistingServer: false,
		timeout: 180_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 }
	}
});

function launch(args: string[]) {
	return {
		browserName: 'chromium' as const,
		launchOptions: { executablePath: findChromium(), args }
	};
}
