/** A call between two phones in a few rungs: what Sipscope shows, at a glance. */

export interface HeroRung {
	/** Seconds since the trace began. */
	at: string;
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
	{ at: '0.000', from: 0, to: 1, label: 'INVITE', note: 'sdp opus', tone: 'invite' },
	{ at: '0.004', from: 1, to: 0, label: '407 Proxy Auth', tone: 's4', response: true },
	{ at: '0.009', from: 0, to: 1, label: 'INVITE', note: 'with credentials', tone: 'invite' },
	{ at: '0.402', from: 1, to: 2, label: 'INVITE', note: 'Cmd 6', tone: 'invite' },
	{ at: '0.407', from: 2, to: 1, label: '180 Ringing', tone: 's1', response: true, selected: true },
	{ gap: '3.8 s later' },
	{ at: '4.210', from: 2, to: 1, label: '200 OK', note: 'sdp opus', tone: 's2', response: true },
	{ gap: '11.7 s later' },
	{ at: '15.870', from: 0, to: 1, label: 'BYE', note: 'hangs up', tone: 'bye' },
	{ at: '15.873', from: 1, to: 0, label: '200 OK', tone: 's2', response: true }
];
