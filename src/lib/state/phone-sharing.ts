import { limitOf, parsePhoneAction, type PhoneAction } from '../phone/tabs/phone-actions.ts';
import type { PhoneSnapshot } from '../phone/phone-snapshot.ts';
import type { DummyPhones } from '../phone/tabs/dummy-phones.ts';
import { isHeld, locksWork } from '../phone/tabs/locks.ts';
import type { RealPhones } from '../phone/tabs/real-phones.ts';
import { TabClient } from '../phone/tabs/tab-client.ts';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { live } from './live-capture.svelte.ts';

/** What the tab that runs the phones tells of itself. */
export interface SharedState {
	trace?: TraceHeader;
	phones: PhoneSnapshot[];
}

export type PhoneTabs = TabClient<SharedState, PhoneAction, Entry>;

export interface Sharing {
	real: RealPhones;
	dummies: DummyPhones;
	/** Role, tabs or dummies have changed. */
	onchange: () => void;
}

/** One lock for all phones: one tab records the live trace, so one tab runs whatever is in it. */
const NAME = 'sipscope phones';

/** Milliseconds that a new tab waits for what the real one shows. */
const FIRST_STATE_TIME = 2_000;

/** @returns `undefined` where tabs cannot hear of each other: this one is then on its own */
export async function sharePhones(sharing: Sharing): Promise<PhoneTabs | undefined> {
	if (!(await locksWork())) return undefined;
	const { real, dummies, onchange } = sharing;
	let heard: () => void = () => undefined;
	const firstState = new Promise<void>((resolve) => (heard = resolve));
	const client = await TabClient.join<SharedState, PhoneAction, Entry>({
		name: NAME,
		parseAction: parsePhoneAction,
		limitOf,
		describe: () => ({
			phones: real.describe(),
			...(live.trace && { trace: live.trace.header })
		}),
		perform: (action) => real.perform(action),
		onreal: async (state, entries) => {
			if (state?.trace) await live.takeOver(state.trace, entries);
			real.takeOver(state?.phones ?? []);
			dummies.clear();
		},
		onstate: (state) => {
			if (state?.trace) live.follow(state.trace);
			dummies.update(state?.phones);
			onchange();
			heard();
		},
		onnews: (entries) => live.hear(entries),
		onchange
	});
	live.onrecord = (entry, keepFrom) => client.tell([entry], keepFrom);
	if (await isHeld(NAME)) await Promise.race([firstState, after(FIRST_STATE_TIME)]);
	return client;
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
