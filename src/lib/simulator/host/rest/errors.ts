import type { Answer } from '../answer.ts';
import { LARGEST_BODY } from '../body.ts';

/** Errors have RingCentral's shape: `errors` is what applications go by, the rest repeats the first. */
export interface ApiError {
	/** `CMN-102`; without one the name stands for itself. */
	code: string;
	/** `InvalidParameter`; where there is none the code is the name. */
	name?: string;
	message: string;
	parameterName?: string;
}

export function failed(status: number, error: ApiError): Answer {
	const { code, name = code, message, parameterName } = error;
	const about = parameterName === undefined ? {} : { parameterName };
	return {
		status,
		body: {
			errorCode: name,
			message,
			errors: [{ errorCode: code, message, ...about }],
			...about
		}
	};
}

/** A path or an id that is not known here. */
export function notFound(parameterName?: string): Answer {
	const message =
		parameterName === undefined
			? 'Resource not found'
			: `Resource for parameter [${parameterName}] is not found`;
	return failed(404, { code: 'CMN-102', message, parameterName });
}

export function invalidParameter(parameterName: string): Answer {
	return failed(400, {
		code: 'CMN-101',
		name: 'InvalidParameter',
		message: `Parameter [${parameterName}] value is invalid.`,
		parameterName
	});
}

export function invalidContent(): Answer {
	return failed(400, { code: 'CMN-101', name: 'InvalidContent', message: 'The body is not JSON' });
}

export function unauthorized(code: string, message: string): Answer {
	return {
		...failed(401, { code, name: 'TokenInvalid', message }),
		headers: {
			'WWW-Authenticate': `Bearer realm="RingCentral REST API", error="invalid_token", error_description="${message}"`
		}
	};
}

/** Why no token was given (RFC 6749 §5.2). */
export type OAuthError =
	'invalid_client' | 'invalid_grant' | 'invalid_request' | 'unsupported_grant_type';

export function noToken(error: OAuthError, code: string, message: string): Answer {
	return {
		status: error === 'invalid_client' ? 401 : 400,
		body: { error, error_description: message, errors: [{ errorCode: code, message }] }
	};
}

export function tooLarge(): Answer {
	const message = `The body has more than ${LARGEST_BODY} bytes`;
	const answer = failed(413, { code: 'CMN-413', name: 'RequestEntityTooLarge', message });
	return { ...answer, headers: { Connection: 'close' } };
}
