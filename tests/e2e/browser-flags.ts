/** Nothing leaves the machine, whatever a page or the browser itself asks for. */
export const LOCAL_ONLY = [
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--no-first-run',
	'--no-pings',
	// Chromium refuses to run as root within its sandbox.
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/** Calls without a microphone, a prompt or another machine. */
export const CALLS_ON_THIS_MACHINE = [
	'--use-fake-ui-for-media-stream',
	'--use-fake-device-for-media-stream',
	'--allow-loopback-in-peer-connection',
	'--disable-features=MediaRouter,WebRtcHideLocalIpsWithMdns'
];
