import type { Extension } from './directory.ts';

/** What a client was given, until it expires, is refreshed or revoked. */
export interface Session {
	extension: Extension;
	clientId: string;
	/** The client's own name of this installation, or one that was made for it. */
	endpointId: string;
	accessToken: string;
	refreshToken: string;
}

export interface TokensOptions {
	/** Milliseconds since the epoch. */
	now(): number;
	/** A new token, which nobody can guess. */
	make(): string;
}

export const ACCESS_SECONDS = 3600;
export const REFRESH_SECONDS = 604_800;
/** Beyond it the oldest session is forgotten, so that nobody can fill the memory. */
const MOST_SESSIONS = 1000;

interface Kept extends Session {
	startedAt: number;
}

/** The sessions of those who signed in. */
export class Tokens {
	#options: TokensOptions;
	#sessions = new Set<Kept>();

	constructor(options: TokensOptions) {
		this.#options = options;
	}

	issue(extension: Extension, clientId: string, endpointId?: string): Session {
		const { make, now } = this.#options;
		const session = {
			extension,
			clientId,
			endpointId: endpointId || make(),
			accessToken: make(),
			refreshToken: make(),
			startedAt: now()
		};
		this.#sessions.add(session);
		const [oldest] = this.#sessions;
		if (this.#sessions.size > MOST_SESSIONS && oldest) this.#sessions.delete(oldest);
		return session;
	}

	/** Whose an access token is; undefined where it is nobody's any more. */
	find(accessToken: string): Session | undefined {
		return this.#find(ACCESS_SECONDS, (session) => session.accessToken === accessToken);
	}

	/** A new pair of tokens for an old one, which ends. */
	refresh(refreshToken: string, clientId: string): Session | undefined {
		const session = this.#find(
			REFRESH_SECONDS,
			(candidate) => candidate.refreshToken === refreshToken && candidate.clientId === clientId
		);
		if (!session) return undefined;
		this.#sessions.delete(session);
		return this.issue(session.extension, clientId, session.endpointId);
	}

	/** Ends the session of an access or a refresh token; nothing where there is none (RFC 7009 §2.2). */
	revoke(token: string): void {
		const session = this.#find(
			REFRESH_SECONDS,
			({ accessToken, refreshToken }) => accessToken === token || refreshToken === token
		);
		if (session) this.#sessions.delete(session);
	}

	#find(seconds: number, matches: (session: Session) => boolean): Kept | undefined {
		const oldest = this.#options.now() - seconds * 1000;
		return [...this.#sessions].find((session) => session.startedAt > oldest && matches(session));
	}
}
