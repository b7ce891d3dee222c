import * as z from 'zod';
import { callAction, callActions, type CallAction } from '../call-actions.ts';
import { instanceAction, instanceActions, type InstanceAction } from '../instance-actions.ts';
import type { PhoneProfile } from '../profile.ts';

// The policy of the page forbids code that is made at run time.
z.config({ jitless: true });

const text = z.string();

const profileShape = z.looseObject({
	id: text,
	name: text,
	sipInfo: z.looseObject({
		authorizationId: text,
		domain: text,
		outboundProxy: text,
		outboundProxyBackup: text,
		username: text,
		password: text.optional(),
		stunServers: z.array(text)
	}),
	plain: z.boolean(),
	instance: z.union([
		z.object({ kind: z.literal('default') }),
		z.object({ kind: z.enum(['generated', 'typed']), id: text })
	]),
	media: z.enum(['microphone', 'tone']),
	createdAt: z.number()
});
/** As it came: what is saved and what runs are compared. */
const profile = z.custom<PhoneProfile>((value) => profileShape.safeParse(value).success);

const callActionId = z.enum(callActions.map(({ id }) => id) as [CallAction, ...CallAction[]]);

const instanceActionId = z.enum(
	instanceActions.map(({ id }) => id) as [InstanceAction, ...InstanceAction[]]
);

/** Of a phone that is started already, by its profile's id. */
const ofPhone = <Name extends string>(action: Name) =>
	z.object({ action: z.literal(action), phone: text });

/**
 * All that can be asked of the real phones: whatever a tab sends to the tab that runs them is one of
 * these. A new action is a line here, a case in `real-phones.ts`, and a limit below if it takes
 * long.
 */
const phoneAction = z.discriminatedUnion('action', [
	z.object({
		action: z.literal('start'),
		profile,
		password: text.optional(),
		/** Though another phone has the same instance. */
		unguarded: z.boolean().optional()
	}),
	ofPhone('startAgain'),
	ofPhone('restart'),
	ofPhone('dispose'),
	ofPhone('act').extend({ id: instanceActionId }),
	ofPhone('forget'),
	ofPhone('clearError'),
	ofPhone('clearNotice'),
	ofPhone('call').extend({ number: text }),
	ofPhone('perform').extend({ callId: text, id: callActionId, argument: text }),
	ofPhone('clearProblem').extend({ callId: text }),
	ofPhone('dismiss').extend({ callId: text })
]);

export type PhoneAction = z.infer<typeof phoneAction>;

/** @throws {z.ZodError} where it is none */
export function parsePhoneAction(value: unknown): PhoneAction {
	return phoneAction.parse(value);
}

/** Seconds: the phone itself gives up first, and says what it waited for. */
const MARGIN = 2;
const QUICK = 3;
/** A phone that starts is given 8 s, and as many to end the one before. */
const START = 18;
/** What ends by itself, in a person's time: the target of a warm transfer answers, or does not. */
const LONGEST = 120;

/** Seconds after which whoever asked stops waiting for the tab that runs the phones. */
export function limitOf(action: PhoneAction): number {
	switch (action.action) {
		case 'start':
		case 'startAgain':
		case 'restart':
		case 'dispose':
			return START;
		case 'act':
			return instanceAction(action.id).limit + MARGIN;
		case 'perform':
			return Math.min(callAction(action.id).limit, LONGEST) + MARGIN;
		default:
			return QUICK;
	}
}
