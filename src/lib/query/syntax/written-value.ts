import type { Span } from '../expression.ts';

/** A value as it was written: `4xx`, `"Busy Here"`, `/^v=\d/i`, of a header field `Contact~expires`. */
export interface WrittenValue extends Span {
	readonly form: 'plain' | 'quoted' | 'pattern';
	/** Without quotes, escapes and slashes. */
	readonly text: string;
	/** Of a pattern; else `''`. */
	readonly flags: string;
	/** Of a header field; its `text` is `''` where no value is asked for. */
	readonly field?: { readonly name: string; readonly operator: '' | '~' | '=' };
}
