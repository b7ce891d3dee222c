import { parseEvent } from '../../sip/fields/event.ts';
import { parseSubscriptionState } from '../../sip/fields/subscription-state.ts';
import { header, parseMessage, type SipMessage } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import { appended } from '../few.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import { type Side, sideOf } from '../side.ts';
import { isChallenge } from '../transactions/authentication.ts';
import type { Dialog } from './dialog.ts';
import { referralOf } from './referral.ts';
import { expiryOf, isLive, type Subscription } from './subscription.ts';

/** A SUBSCRIBE asks to be told of something, or to be told on. */
export function subscribed(dialog: Dialog, request: SeenMessage): void {
	const { event, eventId } = eventOf(readAgain(request));
	const subscriber = sideOf(request);
	const known = recent(dialog).findLast(
		(one) => one.event === event && one.eventId === eventId && one.subscriber === subscriber
	);
	if (known && isLive(known)) return;
	add(dialog, subscriptionOf({ event, eventId, subscriber, request }));
}

export function subscriptionAnswered(dialog: Dialog, response: SeenMessage): void {
	const { status, expires } = response.head;
	const request = response.transaction?.request;
	if (request === undefined || status < 200) return;
	const { event, eventId } = eventOf(readAgain(request));
	const subscription = recent(dialog).findLast(
		(one) => one.event === event && one.eventId === eventId
	);
	if (subscription === undefined || !isLive(subscription)) return;
	if (status < 300) subscription.expiresAt = expiryOf(response, expires);
	else if (subscription.request === request) subscription.state = 'refused';
}

/** A REFER asks to be told what becomes of it (RFC 3515 §2.4.4). */
export function referred(dialog: Dialog, request: SeenMessage): void {
	const challenged = request.transaction?.challengedBy?.request;
	const before = challenged && recent(dialog).findLast((one) => one.request === challenged);
	if (before) dialog.subscriptions = dialog.subscriptions.filter((one) => one !== before);
	add(
		dialog,
		subscriptionOf({
			event: 'refer',
			eventId: String(request.head.cseq),
			subscriber: sideOf(request),
			request,
			referral: referralOf(request)
		})
	);
}

export function referralAnswered(dialog: Dialog, response: SeenMessage): void {
	const { status } = response.head;
	if (status < 200 || isChallenge(response)) return;
	const request = response.transaction?.request;
	const subscription = recent(dialog).findLast((one) => one.request === request);
	if (subscription?.referral === undefined) return;
	subscription.referral.answer ??= response;
	if (status >= 300) subscription.state = 'refused';
	else if (/^false\b/i.test(header(readAgain(response), 'Refer-Sub') ?? '')) {
		subscription.state = 'terminated';
	} else if (subscription.state === 'requested') subscription.state = 'pending';
}

/** A NOTIFY tells of an event, and how the subscription to it stands. */
export function notified(dialog: Dialog, request: SeenMessage): void {
	const message = readAgain(request);
	const subscription = notifiedOf(dialog, eventOf(message), request);
	subscription.notifications.push(request);
	const sipfrag = request.content?.sipfrag;
	if (sipfrag) subscription.referral?.progress.push({ ...sipfrag, message: request });
	const value = header(message, 'Subscription-State');
	if (value === undefined) {
		// The field is due (RFC 6665 §4.1.3). Without it, the end of what was asked for is the end.
		if (sipfrag && sipfrag.status >= 200) subscription.state = 'terminated';
		return;
	}
	const told = parseSubscriptionState(value);
	subscription.state = STATES.find((one) => one === told?.state) ?? 'active';
	if (told?.reason !== undefined) subscription.reason = ownString(told.reason);
	const seconds = told?.expiresSeconds;
	if (seconds !== undefined) subscription.expiresAt = expiryOf(request, seconds);
}

/** The other side knows no such subscription (any more). */
export function subscriptionGone(dialog: Dialog, response: SeenMessage): void {
	const request = response.transaction?.request;
	const { event, eventId } = request ? eventOf(readAgain(request)) : NO_EVENT;
	for (const one of recent(dialog)) {
		if (one.event === event && (event === 'refer' || one.eventId === eventId) && isLive(one)) {
			one.state = 'terminated';
		}
	}
}

/** A dialog has few; of an endless number the latest count, so that each message costs the same. */
export function recent({ subscriptions }: Dialog): readonly Subscription[] {
	return subscriptions.length > 16 ? subscriptions.slice(-16) : subscriptions;
}

const STATES = ['active', 'pending', 'terminated'] as const;

/** `refer;id=` names the REFER by its CSeq number; where it is left out, the latest one is meant. */
function notifiedOf(dialog: Dialog, { event, eventId }: Event, request: SeenMessage): Subscription {
	const subscriber: Side = sideOf(request) === 'local' ? 'remote' : 'local';
	const isRefer = event === 'refer' || (event === '' && request.content?.sipfrag !== undefined);
	const candidates = recent(dialog).filter((one) =>
		isRefer ? one.event === 'refer' : one.event === event
	);
	const meant = candidates.find((one) => one.eventId === eventId);
	const known = meant ?? (isRefer ? candidates.at(-1) : undefined);
	if (known) return known;
	const subscription = subscriptionOf({ event: isRefer ? 'refer' : event, eventId, subscriber });
	add(dialog, subscription);
	return subscription;
}

function add(dialog: Dialog, subscription: Subscription): void {
	dialog.subscriptions = appended(dialog.subscriptions, subscription);
}

function subscriptionOf(
	known: Pick<Subscription, 'event' | 'eventId' | 'subscriber' | 'request' | 'referral'>
): Subscription {
	return {
		...known,
		notifications: [],
		state: 'requested',
		reason: undefined,
		expiresAt: undefined
	};
}

const NO_EVENT: Event = { event: '', eventId: undefined };

interface Event {
	event: string;
	eventId: string | undefined;
}

/** `Event: refer;id=4711` (RFC 6665 §8.2.1). */
function eventOf(message: SipMessage): Event {
	const event = parseEvent(header(message, 'Event') ?? '');
	if (event === undefined) return NO_EVENT;
	const name = [event.package, ...event.templates].join('.').toLowerCase();
	return { event: ownString(name), eventId: event.id && ownString(event.id) };
}

function readAgain({ entry }: SeenMessage): SipMessage {
	return parseMessage(textOf(entry));
}
