import type { HostEvent, SocketEvent } from '../lib/simulator/host/host-event.ts';

export type LogKind = 'sip' | 'json' | 'none';

export interface SimulatorLog {
	log(event: HostEvent): void;
	watch?: (event: SocketEvent) => void;
}

export interface Output {
	/** One line of what is wanted: stdout. */
	out(line: string): void;
	/** One line of what went wrong: stderr. */
	error(line: string): void;
	now(): Date;
}

/** What a command prints to. */
export const terminal: Output = {
	out: (line) => console.log(line),
	error: (line) => console.error(line),
	now: () => new Date()
};

/**
 * `sip` is for reading: every message, with when and which way. `json` is for programs: an object a
 * line, with `at`. Without a kind only what was ignored or refused is told, with `none` not even that.
 * A bug of ours always is.
 */
export function simulatorLog(kind: LogKind | undefined, output: Output): SimulatorLog {
	const told: SimulatorLog = logs[kind ?? 'trouble'](output);
	return {
		...told,
		log: (event) => {
			if (event.kind !== 'fault') return told.log(event);
			output.error(`A bug of the simulator: ${stackOf(event.error)}`);
		}
	};
}

const logs: Record<LogKind | 'trouble', (output: Output) => SimulatorLog> = {
	none: () => ({ log: () => undefined }),
	trouble: ({ error }) => ({ log: (event) => error(printable(describe(event))) }),
	sip: ({ out, now }) => {
		const tell = (line: string) => out(`${now().toISOString()} ${line}`);
		return {
			log: (event) => tell(printable(describe(event))),
			watch: (event) => tell(printable(describeSocket(event)))
		};
	},
	json: ({ out, now }) => {
		const tell = (event: object) => out(JSON.stringify({ at: now().toISOString(), ...event }));
		return { log: tell, watch: (event) => tell(withText(event)) };
	}
};

function describe(event: HostEvent): string {
	if (event.kind === 'refused') {
		return `refused ${event.request} with ${event.status}: ${event.reason}`;
	}
	return event.kind === 'ignored'
		? `ignored a frame of ${event.connection}: ${event.reason}`
		: `a bug at ${event.connection}`;
}

function describeSocket(event: SocketEvent): string {
	if (event.kind === 'opened') return `${event.connection} opened`;
	if (event.kind === 'closed') return `${event.connection} closed with ${event.code}`;
	const way =
		event.kind === 'received' ? `${event.connection} → edge` : `edge → ${event.connection}`;
	return `${way}\n${textOf(event.frame)}\n`;
}

function withText(event: SocketEvent): object {
	if (!('frame' in event)) return event;
	const { frame, ...rest } = event;
	return { ...rest, text: textOf(frame) };
}

function textOf(frame: string | Uint8Array): string {
	return typeof frame === 'string' ? frame : `<${frame.length} bytes>`;
}

/** What a client sends must not move the cursor or ring the bell of whoever reads the log. */
function printable(text: string): string {
	return text
		.replaceAll('\r\n', '\n')
		.replace(
			/[^\P{Cc}\n\t]/gu,
			(control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`
		);
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
