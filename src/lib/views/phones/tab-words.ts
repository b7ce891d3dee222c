/** A tab's part in running the phones, as `tabs` of `state` has it. */
export interface TabPart {
	role: 'none' | 'real' | 'dummy' | 'apart';
	own?: { number: number };
	real?: { number: number };
	others: number;
}

export interface TabWords {
	/** On the badge. */
	label: string;
	/** What that means, and who is real. */
	explanation: string;
}

/** `undefined` where there is nothing to tell. */
export function tabWords({ role, own, real, others }: TabPart): TabWords | undefined {
	switch (role) {
		case 'none':
			return undefined;
		case 'real':
			return {
				label: 'real',
				explanation: `The real phone: this tab (tab ${own?.number}) registers, and has the sound. ${followers(others)}`
			};
		case 'dummy':
			return {
				label: real ? `dummy of tab ${real.number}` : 'dummy',
				explanation: `${real ? `The real phone is in tab ${real.number}` : 'The tab with the real phone is gone'}, this is tab ${own?.number}. What you do here is done there; when that tab goes, the next in line becomes real.`
			};
		case 'apart':
			return {
				label: 'on its own',
				explanation:
					'This tab runs phones beside those that the other tabs share. Reload it to share again.'
			};
	}
}

function followers(others: number): string {
	if (others === 0) return 'Other tabs will show the same phone, and send here what is done there.';
	const tabs = others === 1 ? '1 other tab shows' : `${others} other tabs show`;
	return `${tabs} the same, and ${others === 1 ? 'sends' : 'send'} here what is done there.`;
}
