/** A phone that a trace names, by what its 'start' entries say. */
export interface Phone {
	id: string;
	name: string;
	/** `sip:user@domain`. */
	addressOfRecord: string;
	extension?: string;
	/** Bare ids of `+sip.instance`, in the order in which they were seen. */
	instances: string[];
}
