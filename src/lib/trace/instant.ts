/** A point in time: integer microseconds since the Unix epoch. */
export type Instant = number;

/** A length of time: integer microseconds. */
export type Duration = number;

export const MILLISECOND: Duration = 1_000;
export const SECOND: Duration = 1_000_000;
export const MINUTE: Duration = 60 * SECOND;
