/** A participant's vertical line. */
export interface Lane {
	/** The same as long as the trace, so that choices can name it. */
	readonly id: string;
	readonly title: string;
	/** Extension, or the instance's first characters; of the server, its domain or host. */
	readonly subtitle: string;
	readonly kind: 'phone' | 'server';
	/** Where the lane is that of one phone, and of one instance. */
	readonly phone?: string;
	readonly instance?: string;
}

/** Which lanes there are, and in which order. */
export interface LaneChoice {
	/** What has a lane of its own: each instance, each phone with all its instances, each address-of-record. */
	readonly phones: 'instance' | 'phone' | 'address';
	/**
	 * One lane for whatever the phones talk to, or one for each address that they connect to. `usual` is
	 * the latter where packets were captured, whose addresses tell who took part, and else the former.
	 */
	readonly servers: 'usual' | 'one' | 'address';
	/** Ids from left to right. Lanes that it does not name come after those that it does. */
	readonly order: readonly string[];
	/** Ids. What goes to or from a hidden phone has no row. The last lane of servers cannot be hidden. */
	readonly hidden: readonly string[];
}

export const ALL_LANES: LaneChoice = {
	phones: 'instance',
	servers: 'usual',
	order: [],
	hidden: []
};
