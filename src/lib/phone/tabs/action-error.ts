export type ActionErrorCode =
	/** It was tried, and failed; the message is what the real tab said. */
	| 'failed'
	/** The real tab did not understand it. */
	| 'invalid'
	/** The real tab did not answer in time: it may have begun, and will not begin any more. */
	| 'no answer'
	/** The real tab is gone before it answered: nobody knows whether it was done. */
	| 'gone'
	/** No tab is real at the moment. */
	| 'nobody';

/** Why an action that was sent to the real tab was not done, as far as is known. */
export class ActionError extends Error {
	readonly code: ActionErrorCode;

	constructor(code: ActionErrorCode, message: string) {
		super(message);
		this.name = 'ActionError';
		this.code = code;
	}
}
