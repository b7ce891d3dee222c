import type { Connection } from './connection.ts';

/**
 * Stands between the edge and its phones: what it does not pass on is lost to them. It may change,
 * delay and repeat what it passes.
 */
export interface Interceptor {
	opened(connection: Connection): void;
	closed(connection: Connection): void;
	/** A frame of a phone, before the edge reads it. */
	incoming(connection: Connection, text: string, pass: (text: string) => void): void;
	/** A frame of the edge, before it leaves. */
	outgoing(connection: Connection, text: string, pass: (text: string) => void): void;
}
