/** What is asked for first, and what with it. */
export type SignInStep = 'token' | 'device';

/**
 * cancelled: the user called it off. unreachable: there was no answer at all. forbidden page: the server
 * answers, but not to this page (CORS). no answer: it took too long. foreign answer: not RingCentral's.
 * wrong client: of client id and secret. wrong JWT: invalid_grant. wrong flow: the app may not sign in by
 * JWT. missing permission: of the app. no device: the extension gets none, or has too many. refused: any
 * other no. busy: too many requests. broken: 5xx.
 */
export type SignInFailureCode =
	| 'cancelled'
	| 'unreachable'
	| 'forbidden page'
	| 'no answer'
	| 'foreign answer'
	| 'wrong client'
	| 'wrong JWT'
	| 'wrong flow'
	| 'missing permission'
	| 'no device'
	| 'refused'
	| 'busy'
	| 'broken';

export interface SignInFailure {
	step: SignInStep;
	code: SignInFailureCode;
	/** Of the answer, where there was one. */
	status?: number;
	/** In the server's own words, with its code: `OAU-140: Invalid resource owner credentials`. */
	said?: string;
	/** `VoipCalling`, where it is the app's missing permission. */
	permission?: string;
}

/** RingCentral's two shapes of an error: of OAuth (RFC 6749 §5.2), and of all else. */
interface ErrorBody {
	error?: unknown;
	error_description?: unknown;
	message?: unknown;
	errors?: unknown;
}

interface ErrorItem {
	errorCode?: unknown;
	message?: unknown;
	permissionName?: unknown;
	parameters?: unknown;
}

const OAUTH: Readonly<Record<string, SignInFailureCode>> = {
	invalid_client: 'wrong client',
	invalid_grant: 'wrong JWT',
	unauthorized_client: 'wrong flow',
	unsupported_grant_type: 'wrong flow'
};

/** Why an answer is a no. @param body parsed; undefined where it is not JSON */
export function refusalOf(step: SignInStep, status: number, body: unknown): SignInFailure {
	if (!isObject(body))
		return { step, status, code: codeOfStatus(step, status) ?? 'foreign answer' };
	const { error, error_description: description, message, errors }: ErrorBody = body;
	const [first = {}]: ErrorItem[] = Array.isArray(errors) ? errors.filter(isObject) : [];
	const permission = permissionIn(first);
	const words = textOf(first.message) ?? textOf(message) ?? textOf(description);
	const said = [textOf(first.errorCode) ?? textOf(error), words].filter(Boolean).join(': ');
	return {
		step,
		status,
		code: permission ? 'missing permission' : codeOf(step, status, error),
		...(said && { said }),
		...(permission && { permission })
	};
}

function codeOf(step: SignInStep, status: number, error: unknown): SignInFailureCode {
	const known = typeof error === 'string' && Object.hasOwn(OAUTH, error) ? OAUTH[error] : undefined;
	return known ?? codeOfStatus(step, status) ?? (step === 'device' ? 'no device' : 'refused');
}

function codeOfStatus(step: SignInStep, status: number): SignInFailureCode | undefined {
	if (status === 429) return 'busy';
	if (status >= 500) return 'broken';
	if (status === 401) return step === 'token' ? 'wrong client' : 'refused';
	return undefined;
}

/** As a field of its own, or as a parameter by this name. */
function permissionIn({ permissionName, parameters }: ErrorItem): string | undefined {
	if (textOf(permissionName)) return textOf(permissionName);
	if (!Array.isArray(parameters)) return undefined;
	const named = parameters
		.filter(isObject)
		.find(({ parameterName }) => parameterName === 'permissionName');
	return textOf(named?.['parameterValue']);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
