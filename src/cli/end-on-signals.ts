/** Ctrl-C has answered by then, whatever a socket still waits for. In milliseconds. */
const LONGEST_FAREWELL = 1500;
const LOOK_FOR_PARENT = 300;

/** Ends the process with 0 on SIGINT and SIGTERM, after `close`, or without it if that takes long. */
export function endOnSignals(close: () => Promise<unknown>): void {
	let ending = false;
	const end = () => {
		if (ending) return;
		ending = true;
		// A code of our own goes before the 143 that Vite would end with.
		process.exitCode = 0;
		setTimeout(() => process.exit(0), LONGEST_FAREWELL).unref();
		void close().finally(() => process.exit(0));
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
	if (process.env['npm_lifecycle_event']) onOrphaned(end);
}

/** npm passes a signal on to its shell, which dies of it and leaves its child behind. */
function onOrphaned(end: () => void): void {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && end(), LOOK_FOR_PARENT).unref();
}
