/** All rules there are. */
export type RuleId =
	'slots-full' | 'wrong-password' | 'wrong-realm' | 'stale-nonce' | 'edge-answered';
