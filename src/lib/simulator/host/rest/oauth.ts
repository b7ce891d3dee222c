import { ok, type Answer } from '../answer.ts';
import type { Directory, Extension } from './directory.ts';
import { noToken } from './errors.ts';
import { extensionOf } from './grant.ts';
import { ACCESS_SECONDS, REFRESH_SECONDS, type Session, type Tokens } from './tokens.ts';

/** The fields of a form, as `POST /restapi/oauth/token` and `revoke` take them. */
export type Form = ReadonlyMap<string, string>;

/** Of `application/x-www-form-urlencoded`; the first of each name counts. */
export function readForm(text: string): Form {
	const fields = new Map<string, string>();
	for (const [name, value] of new URLSearchParams(text)) {
		if (!fields.has(name)) fields.set(name, value);
	}
	return fields;
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** The permissions that an application needs for all that is here. */
const SCOPE = 'ReadAccounts ReadPresence VoipCalling';

/** Where each grant names who it is for. */
const credentialOf: Readonly<Record<string, (form: Form) => string | undefined>> = {
	[JWT_BEARER]: (form) => form.get('assertion'),
	authorization_code: (form) => form.get('code'),
	password: (form) => form.get('password') && (form.get('extension') || form.get('username'))
};

/** Get Token (RFC 6749 §4, RFC 7523). Client ids and secrets are not checked: any will do. */
export function token(
	directory: Directory,
	tokens: Tokens,
	form: Form,
	authorization?: string
): Answer {
	const clientId = clientIdOf(form, authorization);
	if (!clientId) return noToken('invalid_client', 'OAU-123', 'Client authentication is required');
	const grantType = form.get('grant_type');
	if (grantType === 'refresh_token') return refreshed(tokens, form, clientId);
	if (grantType === undefined || !Object.hasOwn(credentialOf, grantType)) {
		return noToken('unsupported_grant_type', 'OAU-250', 'Unsupported grant type');
	}
	const credential = credentialOf[grantType]?.(form)?.trim();
	if (!credential) return incomplete(grantType);
	const extension = extensionOf(directory, credential);
	if (!extension) return noToken('invalid_grant', 'OAU-140', 'Invalid resource owner credentials');
	return granted(tokens.issue(extension, clientId, form.get('endpoint_id')));
}

/** Revoke Token (RFC 7009): a token that nobody has is as good as revoked. */
export function revoke(tokens: Tokens, form: Form): Answer {
	const given = form.get('token') ?? form.get('access_token');
	if (!given) return incomplete('token');
	tokens.revoke(given);
	return { status: 200 };
}

function incomplete(what: string): Answer {
	return noToken('invalid_request', 'CMN-101', `A parameter of [${what}] is missing`);
}

function refreshed(tokens: Tokens, form: Form, clientId: string): Answer {
	const session = tokens.refresh(form.get('refresh_token') ?? '', clientId);
	return session ? granted(session) : noToken('invalid_grant', 'OAU-213', 'Token not found');
}

function granted({ accessToken, refreshToken, extension, endpointId }: Session): Answer {
	return ok({
		access_token: accessToken,
		token_type: 'bearer',
		expires_in: ACCESS_SECONDS,
		refresh_token: refreshToken,
		refresh_token_expires_in: REFRESH_SECONDS,
		scope: SCOPE,
		owner_id: ownerOf(extension),
		endpoint_id: endpointId
	});
}

function ownerOf({ id }: Extension): string {
	return String(id);
}

/** From HTTP Basic, or from the form of an application that keeps no secret (RFC 6749 §2.3.1). */
function clientIdOf(form: Form, authorization = ''): string | undefined {
	const [, encoded = ''] = /^Basic (\S+)$/i.exec(authorization) ?? [];
	const [clientId] = Buffer.from(encoded, 'base64').toString().split(':');
	return clientId || form.get('client_id');
}
