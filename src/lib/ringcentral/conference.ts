/**
 * Whether a user name is that of a conference: its host dials the token that the REST API gave,
 * `conf_…`, and the SDK knows it by that beginning.
 */
export function isConference(userName: string): boolean {
	return userName.startsWith('conf_');
}
