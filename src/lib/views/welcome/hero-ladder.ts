/** A call between two phones in eight rungs: what Sipscope shows, at a glance. */

export interface HeroRung {
	from: number;
	to: number;
	label: string;
	note?: string;
	tone: string;
	/** Drawn dashed. */
	response?: true;
	/** Highlighted, as a selected message is. */
	selected?: true;
}

export const HERO_LANES = [
	{ name: 'Alice · 101', x: 92 },
	{ name: 'Edge', x: 262 },
	{ name: 'Bob · 102', x: 432 }
] as const;

export const HERO_RUNGS: readonly (HeroRung | { gap: string })[] = [
	{ from: 0, to: 1, label: 'INVITE', note: 'sdp opus', tone: 'invite' },
	{ from: 1, to: 0, label: '407 Proxy Auth', tone: 's4', response: true },
	{ from: 0, to: 1, label: 'INVITE', note: 'with credentials', tone: 'invite' },
	{ from: 1, to: 2, label: 'INVITE', note: 'Cmd 6', tone: 'invite' },
	{ from: 2, to: 1, label: '180 Ringing', tone: 's1', response: true, selected: true },
	{ from: 2, to: 1, label: '200 OK', note: 'sdp opus', tone: 's2', response: true },
	{ gap: '3.8 s later' },
	{ from: 0, to: 1, label: 'BYE', note: 'hangs up', tone: 'bye' },
	{ from: 1, to: 0, label: '200 OK', tone: 's2', response: true }
];

/** When each rung was seen, in seconds: beside the ladder, as in the real one. */
export const HERO_TIMES = [
	'0.000',
	'0.004',
	'0.009',
	'0.402',
	'0.407',
	'4.210',
	'',
	'8.061',
	'8.064'
];
