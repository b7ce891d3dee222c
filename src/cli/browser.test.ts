import { expect, test } from 'vitest';
import { canOpenBrowser } from './browser.ts';

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, boolean]>([
	[{}, 'linux', false],
	[{ DISPLAY: ':0' }, 'linux', true],
	[{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
	[{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
	[{}, 'darwin', true],
	[{ CI: '1' }, 'darwin', false],
	[{}, 'win32', true]
])('with %o on %s a browser can be opened: %s', (env, platform, can) =>
	expect(canOpenBrowser(env, platform)).toBe(can)
);
