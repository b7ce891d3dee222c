import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * The Chromium that the tests drive: `$CHROMIUM`, else an installed Chromium or Chrome, else the one
 * that Playwright downloaded. `undefined` where there is none.
 */
export function findChromium(): string | undefined {
	const named = process.env['CHROMIUM'];
	if (named) return named;
	return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}
