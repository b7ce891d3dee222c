import { Command } from '../../ringcentral/commands.ts';
import { parseRcMessage } from '../../ringcentral/rc-message.ts';
import { header, parseMessage } from '../../sip/message.ts';
import { appended, NONE } from '../few.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';
import type { CallProgress } from './call-progress.ts';

/** As many calls of a phone, the latest, are thought of when its resources are freed. */
const LATEST = 8;

/**
 * Ties what RingCentral's agent says of a call, in a MESSAGE with a Call-ID of its own, to that call: by
 * SID, and where it tells none, by the agent itself.
 */
export class AgentTalk {
	/** A call at several phones has one SID. */
	readonly #bySid = new Map<string, readonly CallProgress[]>();
	/** Announced with a P-rc field, the latest last. */
	readonly #announced = new Map<UserAgent, CallProgress[]>();

	/** A call's message has told its SID. */
	learn(sid: string, progress: CallProgress, { head }: SeenMessage): void {
		this.#bySid.set(sid, appended(this.#bySid.get(sid) ?? NONE, progress));
		if (head.method === 'INVITE') this.#announce(progress);
	}

	/** The call that the agent's message is about. */
	callOf(message: SeenMessage): CallProgress | undefined {
		const { content, userAgent } = message;
		if (content?.command === undefined) return undefined;
		const { sid, number } = content.command;
		if (sid !== '') {
			return this.#bySid.get(sid)?.findLast(({ call }) => call.userAgent === userAgent);
		}
		return number === Command.ServerFreeResources ? this.#freedOf(message) : undefined;
	}

	#announce(progress: CallProgress): void {
		const { userAgent } = progress.call;
		const calls = this.#announced.get(userAgent) ?? [];
		this.#announced.set(userAgent, calls);
		if (calls.length === LATEST) calls.shift();
		calls.push(progress);
	}

	/** Cmd 2 comes after a call has ended, from the agent that had announced it. It names no call. */
	#freedOf(message: SeenMessage): CallProgress | undefined {
		const agent = agentOf(textOf(message.entry).slice(message.head.bodyOffset));
		if (agent === undefined) return undefined;
		return this.#announced.get(message.userAgent)?.findLast(({ call }) => {
			const [invite] = call.messages;
			if (call.state !== 'ended' || invite === undefined) return false;
			return agent === agentOf(header(parseMessage(textOf(invite.entry)), 'P-rc') ?? '');
		});
	}
}

/** `#996016@sip.example.com:5060`: which of RingCentral's agents speaks. */
function agentOf(xml: string): string | undefined {
	return parseRcMessage(xml)?.header['From'] || undefined;
}
