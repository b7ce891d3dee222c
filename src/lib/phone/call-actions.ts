import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import type { RunningCall } from './running-call.ts';
import { cancelWarmTransfer, completeWarmTransfer, startWarmTransfer } from './warm-transfer.ts';

/** What decides whether an action applies. */
export interface CallFacts {
	readonly direction: 'inbound' | 'outbound';
	readonly state: 'init' | 'ringing' | 'answered' | 'disposed' | 'failed';
	readonly held: boolean;
	readonly muted: boolean;
	readonly recording: boolean;
	/** The INVITE had a `P-rc` header. */
	readonly controllable: boolean;
	/** In a warm transfer whose target has answered. */
	readonly transferReady: boolean;
	readonly warmTransfer?: object;
	/** Is itself the call to the target of a warm transfer. */
	readonly consulting: boolean;
}

export type CallAction =
	| 'answer'
	| 'decline'
	| 'toVoicemail'
	| 'forward'
	| 'startReply'
	| 'reply'
	| 'cancel'
	| 'hangup'
	| 'hold'
	| 'unhold'
	| 'mute'
	| 'unmute'
	| 'dtmf'
	| 'transfer'
	| 'warmTransfer'
	| 'completeTransfer'
	| 'cancelTransfer'
	| 'park'
	| 'flip'
	| 'startRecording'
	| 'stopRecording'
	| 'reInvite';

/** What the person should know of an action that worked: where the call was parked. */
export type Notice = string;

export interface CallActionDefinition {
	id: CallAction;
	label: string;
	/** Present where the action needs something from the person. */
	argument?: { label: string; placeholder: string };
	/** The longest that SDK and edge should take, in seconds; the SDK itself often waits for ever. */
	limit: number;
	/** Whether SDK 2.5.4 can do it with such a call. */
	applies(call: CallFacts): boolean;
	/** Does it, and keeps what the SDK forgets. Rejects with what the SDK threw. */
	perform(call: RunningCall, argument: string): Promise<Notice | void>;
}

const ANSWER_TIME = 8;
/** The SDK itself gives up a REFER after 10 s without BYE. */
const TRANSFER_TIME = 12;
/** A person may have to allow the microphone first. */
const PERMISSION_TIME = 30;

const inbound = ({ session }: RunningCall) => session as InboundCallSession;
const outbound = ({ session }: RunningCall) => session as OutboundCallSession;

const rings = (call: CallFacts) => call.direction === 'inbound' && call.state === 'ringing';
/** Without `P-rc` the SDK sends nothing and waits for ever. */
const ringsControllably = (call: CallFacts) => rings(call) && call.controllable;
const answered = (call: CallFacts) => call.state === 'answered';

const number = { label: 'Number', placeholder: 'Extension or number, such as 102' };

function define(
	id: CallAction,
	label: string,
	applies: CallActionDefinition['applies'],
	perform: CallActionDefinition['perform'],
	more: Partial<Pick<CallActionDefinition, 'argument' | 'limit'>> = {}
): CallActionDefinition {
	return { id, label, applies, perform, limit: ANSWER_TIME, ...more };
}

/** All that can be done with a call, in the order in which it is offered. */
export const callActions: readonly CallActionDefinition[] = [
	define('answer', 'Answer', rings, (call) => inbound(call).answer(), { limit: PERMISSION_TIME }),
	define('decline', 'Decline', ringsControllably, (call) => inbound(call).decline()),
	define('toVoicemail', 'To voicemail', ringsControllably, (call) => inbound(call).toVoicemail()),
	define('forward', 'Forward', ringsControllably, (call, target) => inbound(call).forward(target), {
		argument: number
	}),
	define('startReply', 'Start reply', ringsControllably, (call) => inbound(call).startReply()),
	define(
		'reply',
		'Reply',
		ringsControllably,
		async (call, text) => void (await inbound(call).reply(text)),
		// The caller listens to the reply, and picks an answer by keypad.
		{
			argument: { label: 'Message', placeholder: 'Message, such as: I will call you back.' },
			limit: 120
		}
	),
	define(
		'cancel',
		'Cancel',
		(call) => call.direction === 'outbound' && call.state === 'ringing',
		(call) => outbound(call).cancel()
	),
	define('hangup', 'Hang up', answered, (call) => call.session.hangup()),
	define(
		'hold',
		'Hold',
		(call) => answered(call) && !call.held,
		async (call) => {
			await call.session.hold();
			call.held = true;
		}
	),
	define(
		'unhold',
		'Resume',
		(call) => answered(call) && call.held,
		async (call) => {
			await call.session.unhold();
			call.held = false;
		}
	),
	define(
		'mute',
		'Mute',
		(call) => answered(call) && !call.muted,
		async (call) => {
			call.session.mute();
			call.muted = true;
		}
	),
	define(
		'unmute',
		'Unmute',
		(call) => answered(call) && call.muted,
		async (call) => {
			call.session.unmute();
			call.muted = false;
		}
	),
	define('dtmf', 'Send digits', answered, async (call, digits) => call.session.sendDtmf(digits), {
		argument: { label: 'Digits', placeholder: 'Digits: 0-9 * # A-D' }
	}),
	define(
		'transfer',
		'Transfer',
		(call) => answered(call) && !call.warmTransfer,
		(call, target) => call.session.transfer(target),
		{ argument: number, limit: TRANSFER_TIME }
	),
	define(
		'warmTransfer',
		'Warm transfer',
		(call) => answered(call) && !call.warmTransfer && !call.consulting,
		startWarmTransfer,
		// Until the target answers.
		{ argument: number, limit: Infinity }
	),
	define(
		'completeTransfer',
		'Complete transfer',
		(call) => answered(call) && call.transferReady,
		completeWarmTransfer,
		{ limit: TRANSFER_TIME }
	),
	define(
		'cancelTransfer',
		'Cancel transfer',
		(call) => answered(call) && call.transferReady,
		cancelWarmTransfer
	),
	define('park', 'Park', answered, parkCall),
	define(
		'flip',
		'Flip',
		answered,
		async (call, target) => void accepted(await call.session.flip(target)),
		{
			argument: {
				label: 'Flip to',
				placeholder: 'Number of a telephone of yours, such as +16505550142'
			}
		}
	),
	define(
		'startRecording',
		'Record',
		(call) => answered(call) && !call.recording,
		async (call) => {
			accepted(await call.session.startRecording());
			call.recording = true;
		}
	),
	define(
		'stopRecording',
		'Stop recording',
		(call) => answered(call) && call.recording,
		async (call) => {
			accepted(await call.session.stopRecording());
			call.recording = false;
		}
	),
	define('reInvite', 'Re-INVITE', answered, (call) => call.session.reInvite(!call.held))
];

/** What can be offered for a call as it is now. */
export function applicableActions(call: CallFacts): CallAction[] {
	return callActions.filter((action) => action.applies(call)).map(({ id }) => id);
}

/** The definition of an action. */
export function callAction(id: CallAction): CallActionDefinition {
	const definition = callActions.find((action) => action.id === id);
	if (!definition) throw new Error(`There is no action ${id}.`);
	return definition;
}

async function parkCall({ session }: RunningCall): Promise<Notice> {
	const result = await session.park();
	accepted(result);
	return `Parked at ${result['park extension']}`;
}

/** The SDK returns the edge's refusal of an INFO as it returns a success. */
function accepted(result: { code: number; description: string }): void {
	if (result.code !== 0) throw new Error(`${result.description} (code ${result.code})`);
}
