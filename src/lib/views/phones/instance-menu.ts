import Copy from '@lucide/svelte/icons/copy-plus';
import Fingerprint from '@lucide/svelte/icons/fingerprint-pattern';
import Here from '@lucide/svelte/icons/monitor-check';
import Plug from '@lucide/svelte/icons/plug';
import Power from '@lucide/svelte/icons/power';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Unlink from '@lucide/svelte/icons/unlink';
import UserMinus from '@lucide/svelte/icons/user-minus';
import type { Component } from 'svelte';
import { instanceAction, type InstanceAction } from '../../phone/instance-actions.ts';
import type { PhoneState } from '../../phone/phone.ts';

/** All that the menu of a phone does with it as an instance. */
export type InstanceDeed =
	| InstanceAction
	| 'restart'
	| 'startAgain'
	| 'newInstance'
	| 'startMore'
	| 'runHereToo'
	| 'dispose';

interface InstanceMenuItem {
	action: InstanceDeed;
	label: string;
	icon: Component;
	disabled: boolean;
}

/**
 * In order, with what a phone in this state cannot do disabled.
 * @param isDummy it runs in another tab
 */
export function instanceMenu(state: PhoneState, isDummy: boolean): InstanceMenuItem[] {
	const item = (action: InstanceDeed, label: string, icon: Component, offered: boolean) => ({
		action,
		label,
		icon,
		disabled: !offered
	});
	const runs = state === 'running';
	const over = state === 'disposed' || state === 'failed';
	return [
		item('refresh', instanceAction('refresh').label, RefreshCw, runs),
		item('unregister', instanceAction('unregister').label, UserMinus, runs),
		item('closeSocket', instanceAction('closeSocket').label, Unlink, runs),
		item('startAgain', 'Register on another socket', Plug, runs),
		item('restart', 'Restart', RotateCw, runs),
		item('newInstance', 'Take a new instance id', Fingerprint, runs || over),
		item('startMore', 'Start more instances …', Copy, true),
		...(isDummy ? [item('runHereToo', 'Run it here too …', Here, true)] : []),
		item('dispose', 'Dispose', Power, runs || state === 'starting')
	];
}
