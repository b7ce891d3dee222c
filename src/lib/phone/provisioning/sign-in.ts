import { parseSipInfo, type SipInfoInput } from '../sip-info.ts';
import { refusalOf, type SignInFailure, type SignInStep } from './sign-in-failure.ts';

/** What an app and a user of RingCentral sign in with (RFC 7523). */
export interface SignInCredentials {
	/** An origin, as `restServerOf` gives it. */
	server: string;
	clientId: string;
	clientSecret: string;
	jwt: string;
}

export interface SignInOptions {
	/** Calls it off. */
	signal: AbortSignal;
	onstep(step: SignInStep): void;
}

export type SignInResult =
	{ ok: true; sipInfos: SipInfoInput[] } | { ok: false; failure: SignInFailure };

/** Of one request, in milliseconds. */
const LONGEST_WAIT = 20_000;

/**
 * Signs in at RingCentral, or at a simulator, and asks for a device: the `sipInfo` that a phone
 * registers with. The token is used for this and forgotten. Never rejects.
 */
export async function signIn(
	credentials: SignInCredentials,
	{ signal, onstep }: SignInOptions
): Promise<SignInResult> {
	onstep('token');
	const granted = await ask(tokenRequest(credentials), 'token', signal);
	if (!granted.ok) return granted;
	const token = (granted.json as { access_token?: unknown } | null)?.access_token;
	if (typeof token !== 'string') return failed('token', 'foreign answer', granted.status);
	onstep('device');
	const provisioned = await ask(deviceRequest(credentials, token), 'device', signal);
	if (!provisioned.ok) return provisioned;
	const parsed = parseSipInfo(provisioned.text);
	if (parsed.ok) return { ok: true, sipInfos: parsed.sipInfos };
	const [error] = parsed.errors;
	return failed('device', 'foreign answer', provisioned.status, error?.message);
}

function tokenRequest({ server, clientId, clientSecret, jwt }: SignInCredentials): Request {
	return new Request(`${server}/restapi/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${base64(`${clientId}:${clientSecret}`)}` },
		body: new URLSearchParams({
			grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
			assertion: jwt
		})
	});
}

function deviceRequest({ server }: SignInCredentials, token: string): Request {
	return new Request(`${server}/restapi/v1.0/client-info/sip-provision`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ sipInfo: [{ transport: 'WSS' }] })
	});
}

type Answered =
	{ ok: true; status: number; json: unknown; text: string } | { ok: false; failure: SignInFailure };

async function ask(request: Request, step: SignInStep, signal: AbortSignal): Promise<Answered> {
	const limit = AbortSignal.timeout(LONGEST_WAIT);
	try {
		const response = await fetch(request, {
			signal: AbortSignal.any([signal, limit]),
			// Neither cookies nor a stored answer have a part in it; secrets follow no redirection.
			credentials: 'omit',
			cache: 'no-store',
			redirect: 'error',
			referrerPolicy: 'no-referrer'
		});
		const text = await response.text();
		const { status } = response;
		const json = jsonOf(text);
		if (!response.ok) return { ok: false, failure: refusalOf(step, status, json) };
		return json === undefined
			? failed(step, 'foreign answer', status)
			: { ok: true, status, json, text };
	} catch {
		// Browsers do not tell why; our own signals do.
		if (signal.aborted) return failed(step, 'cancelled');
		if (limit.aborted) return failed(step, 'no answer');
		return failed(step, (await answersAtAll(request, signal)) ? 'forbidden page' : 'unreachable');
	}
}

/** Whether there is somebody, whose answer a page may not read: then it is CORS that failed. */
async function answersAtAll({ url }: Request, signal: AbortSignal): Promise<boolean> {
	try {
		await fetch(new URL('/restapi', url), { mode: 'no-cors', credentials: 'omit', signal });
		return true;
	} catch {
		// Nobody there, or called off meanwhile.
		return false;
	}
}

function failed(
	step: SignInStep,
	code: SignInFailure['code'],
	status?: number,
	said?: string
): { ok: false; failure: SignInFailure } {
	return { ok: false, failure: { step, code, ...(status && { status }), ...(said && { said }) } };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Of UTF-8, as HTTP Basic has it (RFC 7617 §2.1). */
function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
