import type { Extension } from './directory.ts';

/** One request of somebody who signed in. */
export interface Asked {
	/** Who signed in; `~` in a path. */
	extension: Extension;
	/** The simulator as it was called: `http://127.0.0.1:4173`. */
	server: string;
	/** What a `sipInfo` names: `127.0.0.1:4173/sip`. */
	proxy: string;
	query: URLSearchParams;
	/** What the edge knows of this extension at the moment. */
	presence(extension: Extension): Presence;
}

export interface Presence {
	/** A phone is registered and can be rung. */
	online: boolean;
	telephony: 'NoCall' | 'Ringing' | 'CallConnected';
}

/** The canonical URI of a resource of version 1.0: `…/restapi/v1.0/account/37000001`. */
export function uriOf({ server }: Asked, path: string): string {
	return `${server}/restapi/v1.0/${path}`;
}

export function extensionPath({ id, company }: Extension): string {
	return `account/${company.id}/extension/${id}`;
}
