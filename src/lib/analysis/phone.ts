/** A phone that a trace names, by what its 'start' entries say. */
export interface Phone {
	id: string;
	/** Seq of the entry that told of it first. */
	firstSeq: number;
	name: string;
	/** `sip:user@domain`. */
	addressOfRecord: string;
	extension?: string;
	/** Bare ids of `+sip.instance`, in the order in which they were seen. */
	instances: string[];
}
