import Check from '@lucide/svelte/icons/check';
import Mic from '@lucide/svelte/icons/mic';
import MicOff from '@lucide/svelte/icons/mic-off';
import Pause from '@lucide/svelte/icons/pause';
import Phone from '@lucide/svelte/icons/phone';
import PhoneOff from '@lucide/svelte/icons/phone-off';
import Play from '@lucide/svelte/icons/play';
import Undo from '@lucide/svelte/icons/undo-2';
import type { Component } from 'svelte';
import type { CallAction } from '../../phone/call-actions.ts';

export interface CallButton {
	icon: Component;
	variant?: 'primary' | 'danger';
	/** Its icon is understood without a word, where there is no room for one. */
	familiar?: boolean;
}

/** In the order in which they are shown; the way out of a call is last. */
const CALL_BUTTONS: Partial<Record<CallAction, CallButton>> = {
	answer: { icon: Phone, variant: 'primary' },
	completeTransfer: { icon: Check, variant: 'primary' },
	cancelTransfer: { icon: Undo },
	hold: { icon: Pause, familiar: true },
	unhold: { icon: Play, familiar: true },
	mute: { icon: MicOff, familiar: true },
	unmute: { icon: Mic, familiar: true },
	decline: { icon: PhoneOff, variant: 'danger' },
	cancel: { icon: PhoneOff, variant: 'danger' },
	hangup: { icon: PhoneOff, variant: 'danger' }
};

/** The actions, of those that apply, that are common enough for a button; the others are in a menu. */
export function buttonsOf(applicable: readonly CallAction[]): CallAction[] {
	return (Object.keys(CALL_BUTTONS) as CallAction[]).filter((action) =>
		applicable.includes(action)
	);
}

export function buttonOf(action: CallAction): CallButton | undefined {
	return CALL_BUTTONS[action];
}
