/** Instances of one extension that the edge keeps registered; it answers the next one with 603. */
export const SLOTS_PER_EXTENSION = 5;

/** What the SDK asks for when it registers. The edge may grant less. */
export const EXPIRES_SECONDS = 60;

/** The SDK registers again this long before the granted time ends. */
export const REFRESH_LEAD_SECONDS = 3;
