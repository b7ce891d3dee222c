import { appended } from '../few.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import { type Side, sideOf } from '../side.ts';
import type { Dialog, DialogEnd } from './dialog.ts';
import { isLive } from './subscription.ts';
import {
	notified,
	recent,
	referred,
	referralAnswered,
	subscribed,
	subscriptionAnswered,
	subscriptionGone
} from './subscriptions.ts';

/** Requests whose Contact, and that of their answers, says where to send the next ones. */
const TARGET_REFRESHES: ReadonlySet<string> = new Set([
	'INVITE',
	'UPDATE',
	'SUBSCRIBE',
	'NOTIFY',
	'REFER'
]);

const SESSION_METHODS: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'PRACK', 'INFO']);

/** Enters the request that made a dialog, which came before it. */
export function beginWith(dialog: Dialog, request: SeenMessage): void {
	takeRequest(dialog, request);
}

/** Leads a dialog on by its latest message, which repeats none. */
export function follow(dialog: Dialog, message: SeenMessage): void {
	if (message.head.kind === 'request') takeRequest(dialog, message);
	else takeResponse(dialog, message);
}

/** What was confirmed, or was to be, is over. */
export function end(dialog: Dialog, reason: DialogEnd['reason'], message: SeenMessage): void {
	dialog.end ??= { reason, by: sideOf(message), message };
}

function takeRequest(dialog: Dialog, request: SeenMessage): void {
	const { method, fromTag } = request.head;
	const sender: Side = fromTag === dialog.localTag ? 'local' : 'remote';
	if (method !== 'ACK' && method !== 'CANCEL') count(dialog, sender, request);
	if (TARGET_REFRESHES.has(method)) retarget(dialog, sender, request);
	if (SESSION_METHODS.has(method) && !dialog.bye) dialog.hasSession = true;
	switch (method) {
		case 'ACK':
			if (dialog.confirmedAt !== undefined && request.transaction === dialog.createdBy) {
				dialog.ack ??= request;
			}
			break;
		case 'BYE':
			dialog.hasSession = false;
			dialog.bye ??= request;
			endIfIdle(dialog, 'bye', request);
			break;
		case 'SUBSCRIBE':
			subscribed(dialog, request);
			break;
		case 'REFER':
			referred(dialog, request);
			break;
		case 'NOTIFY':
			notified(dialog, request);
			endIfIdle(dialog, 'subscription ended', request);
			break;
	}
}

function takeResponse(dialog: Dialog, response: SeenMessage): void {
	const { method, status, toTag } = response.head;
	const { transaction } = response;
	const sender: Side = toTag === dialog.localTag ? 'local' : 'remote';
	if (status < 300 && TARGET_REFRESHES.has(method)) retarget(dialog, sender, response);
	const creates = transaction !== undefined && transaction === dialog.createdBy;
	if (creates && status >= 200 && status < 300) dialog.confirmedAt ??= response.entry.at;
	if (creates && status === 199) end(dialog, 'refused', response);
	if (method === 'REFER') referralAnswered(dialog, response);
	else if (method === 'SUBSCRIBE') subscriptionAnswered(dialog, response);
	if (status !== 481 && status !== 408) return;
	if (method === 'NOTIFY' || method === 'SUBSCRIBE') {
		subscriptionGone(dialog, response);
		endIfIdle(dialog, 'subscription ended', response);
	} else if (!creates) {
		dialog.hasSession = false;
		end(dialog, 'lost by the peer', response);
	}
}

function endIfIdle(dialog: Dialog, reason: DialogEnd['reason'], message: SeenMessage): void {
	if (!dialog.hasSession && !recent(dialog).some(isLive)) end(dialog, reason, message);
}

/** Each side's requests count up (RFC 3261 §12.2.1.1). A proxy sees each twice. */
function count(dialog: Dialog, sender: Side, request: SeenMessage): void {
	const before = sender === 'local' ? dialog.localCSeq : dialog.remoteCSeq;
	const { cseq } = request.head;
	if (cseq < before) dialog.outOfOrder = appended(dialog.outOfOrder, request);
	else if (sender === 'local') dialog.localCSeq = cseq;
	else dialog.remoteCSeq = cseq;
}

function retarget(dialog: Dialog, sender: Side, message: SeenMessage): void {
	const { contact } = message.head;
	const before = sender === 'local' ? dialog.localContact : dialog.remoteContact;
	if (contact === '' || contact === before) return;
	if (before !== '') dialog.retargetings = appended(dialog.retargetings, message);
	if (sender === 'local') dialog.localContact = ownString(contact);
	else dialog.remoteContact = ownString(contact);
}
