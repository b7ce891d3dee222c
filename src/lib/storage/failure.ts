/** Why storage does not serve. */
export interface StorageFailure {
	reason: StorageFailureReason;
	/** In words, for the person whose traces are concerned. */
	message: string;
}

export type StorageFailureReason =
	/** The disk, or what the browser lets this address use of it, is full. */
	| 'quota'
	/** The browser forbids storage: private mode, blocked site data. */
	| 'denied'
	/** A page with an older Sipscope keeps the database open and does not let go. */
	| 'blocked'
	/** A newer Sipscope has been here and changed the schema. */
	| 'newer'
	| 'failed';

const MESSAGES: Record<Exclude<StorageFailureReason, 'failed'>, string> = {
	quota: 'The browser’s storage for this address is full. Delete traces to make room.',
	denied:
		'The browser does not allow this page to store anything (private mode, blocked site data).',
	blocked: 'Another tab holds an older version of the stored traces open. Close or reload it.',
	newer: 'A newer Sipscope has changed the stored traces. Reload this page.'
};

/** What IndexedDB throws (W3C IndexedDB 3.0, §3), by its `name`. */
const REASONS: Partial<Record<string, StorageFailureReason>> = {
	QuotaExceededError: 'quota',
	SecurityError: 'denied',
	NotAllowedError: 'denied',
	VersionError: 'newer'
};

/** Storage did not serve; `failure` says why. */
export class StorageError extends Error {
	readonly failure: StorageFailure;

	constructor(failure: StorageFailure) {
		super(failure.message);
		this.name = 'StorageError';
		this.failure = failure;
	}
}

export function failureOf(reason: keyof typeof MESSAGES): StorageFailure {
	return { reason, message: MESSAGES[reason] };
}

/** What an operation of IndexedDB threw, as a failure. */
export function toFailure(error: unknown): StorageFailure {
	if (error instanceof StorageError) return error.failure;
	if (!(error instanceof Error)) return { reason: 'failed', message: String(error) };
	const reason = REASONS[error.name] ?? 'failed';
	if (reason !== 'failed') return failureOf(reason);
	return { reason, message: `The browser could not store: ${error.message || error.name}` };
}
