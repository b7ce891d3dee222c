import { type Replaces, parseReplaces } from '../../sip/fields/replaces.ts';
import { findField } from '../../sip/find-fields.ts';
import type { ChangeLog } from '../changes.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Threads } from '../thread.ts';
import type { Call } from './call.ts';
import type { Conversations } from './conversations.ts';

/** Tells which call takes the place of which (RFC 3891): by an INVITE's Replaces, or a REFER's. */
export class Replacements {
	readonly #threads: Threads;
	readonly #conversations: Conversations;
	readonly #changes: ChangeLog;

	constructor(threads: Threads, conversations: Conversations, changes: ChangeLog) {
		this.#threads = threads;
		this.#conversations = conversations;
		this.#changes = changes;
	}

	/** Takes the latest message of a call. */
	take(message: SeenMessage, call: Call): void {
		const { head, retransmissionOf } = message;
		if (retransmissionOf) return;
		if (head.kind === 'response') this.#answered(call);
		else if (head.method === 'INVITE' && head.toTag === '') this.#invited(message, call);
		else if (head.method === 'REFER') this.#referred(message, call);
	}

	#invited(message: SeenMessage, call: Call): void {
		const value = findField(textOf(message.entry), 'Replaces', message.head.bodyOffset);
		const replaced = value === undefined ? undefined : parseReplaces(value);
		call.replaces = replaced && this.#find(replaced, call);
	}

	#answered(call: Call): void {
		const { replaces } = call;
		if (replaces === undefined || call.answeredAt === undefined || replaces.replacedBy) return;
		replaces.replacedBy = call;
		this.#changes.call(replaces);
	}

	#referred(message: SeenMessage, call: Call): void {
		const subscription = message.dialog?.subscriptions.at(-1);
		if (subscription?.request !== message || !subscription.referral?.replaces) return;
		const consultation = this.#find(subscription.referral.replaces, call);
		if (consultation === undefined) return;
		consultation.handedOverBy = subscription.referral;
		this.#changes.call(consultation);
	}

	/** The call at the same phone that is named; with it, the calls are one conversation. */
	#find(replaced: Replaces, call: Call): Call | undefined {
		const thread = this.#threads.find(replaced.callId);
		const named = thread?.calls.find((one) => one.call.userAgent === call.userAgent)?.call;
		const known = named ?? thread?.calls[0]?.call;
		if (known === undefined || known === call) return undefined;
		this.#conversations.join(known, call);
		return named?.dialogs.some((dialog) => isNamed(dialog, replaced)) ? named : undefined;
	}
}

/** Whoever is asked calls its own tag the To tag (RFC 3891 §3); RingCentral's edge takes either order. */
function isNamed({ localTag, remoteTag }: Dialog, { toTag, fromTag }: Replaces): boolean {
	const own = localTag === toTag && remoteTag === fromTag;
	return own || (localTag === fromTag && remoteTag === toTag);
}
