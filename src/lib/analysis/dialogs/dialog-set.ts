import { appended, NONE } from '../few.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Dialog } from './dialog.ts';

/** Up to so many dialogs of a Call-ID are looked through; more, such as of a wide fork, have an index. */
const FEW = 16;

/** The dialogs of one Call-ID, by user agent and tags. */
export class DialogSet {
	list: readonly Dialog[] = NONE;
	#index: Map<string, Dialog> | undefined = undefined;

	add(dialog: Dialog): void {
		this.list = appended(this.list, dialog);
		if (this.list.length === FEW) this.#index = new Map(this.list.map((one) => [keyOf(one), one]));
		else this.#index?.set(keyOf(dialog), dialog);
	}

	/** The dialog of its tags, whichever of them is the local one: a proxy sees both sides' requests. */
	find({ userAgent, head }: SeenMessage): Dialog | undefined {
		const { list } = this;
		if (list.length === 0) return undefined;
		const { fromTag, toTag } = head;
		if (this.#index) {
			return (
				this.#index.get(key(userAgent, fromTag, toTag)) ??
				this.#index.get(key(userAgent, toTag, fromTag))
			);
		}
		for (let at = list.length - 1; at >= 0; at--) {
			const dialog = list[at];
			if (dialog?.userAgent === userAgent && hasTags(dialog, fromTag, toTag)) return dialog;
		}
		return undefined;
	}

	/**
	 * The one session that is left, where a peer has changed one of its tags: to RFC 3261 that is none of
	 * its dialogs, to the SDK, which looks at the Call-ID alone, it is.
	 */
	findRetagged({ userAgent, head }: SeenMessage): Dialog | undefined {
		if (this.list.length === 0 || head.toTag === '') return undefined;
		const [dialog, ...others] = this.list
			.slice(-FEW)
			.filter((one) => one.userAgent === userAgent && one.hasSession && !one.end);
		if (dialog === undefined || others.length > 0) return undefined;
		const tags = [dialog.localTag, dialog.remoteTag];
		return tags.includes(head.fromTag) || tags.includes(head.toTag) ? dialog : undefined;
	}
}

function hasTags({ localTag, remoteTag }: Dialog, one: string, other: string): boolean {
	return (localTag === one && remoteTag === other) || (localTag === other && remoteTag === one);
}

function keyOf({ userAgent, localTag, remoteTag }: Dialog): string {
	return key(userAgent, localTag, remoteTag);
}

function key({ id }: UserAgent, localTag: string, remoteTag: string): string {
	return `${localTag} ${remoteTag} ${id}`;
}
