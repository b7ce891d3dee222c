/** All that the core takes from outside: it has no clock, chance, timer or socket of its own. */
export interface Environment {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	/** Runs a task once, `delay` milliseconds from now; the answer calls it off. */
	schedule(delay: number, task: () => void): () => void;
	/** A number in [0, 1), as `Math.random`. Nonces come from it: a host gives a strong one. */
	random(): number;
	/** Hands one SIP message to a connection, as one text frame. */
	send(connection: string, text: string): void;
	/** Closes a connection with a WebSocket close code; the core is told of the end with `closed`. */
	disconnect(connection: string, code: number, reason: string): void;
	log(event: EdgeEvent): void;
}

/** What the edge noticed and no phone was told. */
export type EdgeEvent =
	| { kind: 'ignored'; connection: string; reason: string; text: string }
	| { kind: 'fault'; connection: string; error: unknown };
