/** A participant's vertical line. */
export interface Lane {
	readonly id: string;
	readonly title: string;
	/** Extension, or the instance's first characters; of the server, its domain or host. */
	readonly subtitle: string;
	readonly kind: 'phone' | 'server';
	readonly phone?: string;
	readonly instance?: string;
}
