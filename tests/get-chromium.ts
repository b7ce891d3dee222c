import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { runCommand } from './runners/command.ts';

/** Whether there is a Chromium to test in, once one that is missing has been fetched where possible. */
export async function getChromium(): Promise<boolean> {
	if (isThere()) return true;
	if (process.env['CHROMIUM']) {
		console.error(`CHROMIUM names ${process.env['CHROMIUM']}, which is not there.`);
		return false;
	}
	console.log('There is no Chromium or Chrome here; fetching one.');
	if (isRootOnDebian()) {
		await runCommand('apt-get update && apt-get install -y --no-install-recommends chromium', {
			DEBIAN_FRONTEND: 'noninteractive'
		});
	}
	if (!isThere()) await runCommand('npx playwright install chromium');
	if (isThere()) return true;
	console.error(
		'No Chromium could be had, so the tests that need one will fail. Install Chromium or Chrome,\n' +
			'or set CHROMIUM to the path of one, and run the tests again.'
	);
	return false;
}

function isThere(): boolean {
	const path = findChromium();
	return path !== undefined && existsSync(path);
}

function isRootOnDebian(): boolean {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
