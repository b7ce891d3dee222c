/** Why a filter cannot be read, and where in its text: never beyond its end. */
export interface FilterError {
	readonly offset: number;
	/** Of what is wrong, in UTF-16 units; 0 where something is missing. */
	readonly length: number;
	readonly message: string;
	/** What was likely meant instead of it. */
	readonly suggestion?: string;
}

/** Told apart by its message, which no filter has. */
export function isFilterError(read: object): read is FilterError {
	return 'message' in read;
}
