import open from 'open';

/** Whether a browser has a screen to open on, and somebody who looks at it. */
export function canOpenBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
	if (env['CI']) return false;
	return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Opens the browser where it can. The address is on the screen already, so failing is no error. */
export async function openBrowser(url: string): Promise<void> {
	if (!canOpenBrowser(process.env, process.platform)) return;
	try {
		const browser = await open(url);
		browser.on('error', () => sayHowToOpen(url));
	} catch {
		sayHowToOpen(url);
	}
}

function sayHowToOpen(url: string): void {
	console.log(`  No browser could be opened; open ${url} yourself.`);
}
