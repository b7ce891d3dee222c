import type { Role, Tab } from '../phone/tabs/tab-client.ts';

/** What a tab knows of its part. */
export interface TabView {
	readonly tab: Tab;
	readonly role: Role;
	readonly real: Tab | undefined;
	readonly others: number;
}

/** This tab among the others of this browser: which of them runs the phones. */
class Tabs {
	/** `apart`: it runs phones of its own, and shares none. */
	role = $state<Role | 'apart'>('none');
	/** This tab; absent where tabs cannot share phones. */
	own = $state.raw<Tab>();
	/** The one that runs the phones, as far as is known. */
	real = $state.raw<Tab>();
	/** How many other tabs share the phones. */
	others = $state(0);
	/** Why nothing was done, where there is no phone that could say so; in words. */
	trouble = $state<string>();

	note({ tab, role, real, others }: TabView): void {
		this.own = tab;
		this.role = role;
		this.real = real;
		this.others = others;
	}

	standApart(): void {
		this.role = 'apart';
		this.real = undefined;
		this.others = 0;
	}
}

export const tabs = new Tabs();
