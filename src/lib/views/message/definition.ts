import type { FieldHelp } from './field-help.ts';

/** A name and what it stands for, as rows of a table. */
export interface Definition {
	name: string;
	value: string;
	/** The name as it was written, where that is another. */
	as?: string;
	/** What is copied by a button in its row; none where it is absent. */
	copy?: string;
	/** What the value means, in words. */
	note?: string;
	/** What is wrong with it. */
	problem?: string;
	/** What the name is for, and where that is written. */
	help?: FieldHelp;
}
