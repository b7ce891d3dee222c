import type { SeenMessage } from '../../seen-message.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { cut, listOf, phoneName } from '../words.ts';

export const foreignCommand: Rule<'message'> = {
	id: 'foreign-command',
	severity: 'info',
	title: 'A command for another client, which the app never sees',
	fires: 'A MESSAGE comes whose Cln is not the user name of the phone’s own digest.',
	source: `${SDK}: it drops it before its log and its events, and sends no 200`,
	scope: 'message',
	methods: ['MESSAGE'],
	revisit: true,
	check(message, analysis) {
		if (!isForeign(message)) return undefined;
		const all = message.call?.messages.filter(isForeign) ?? [message];
		// Once a call, whose first one it is.
		if (all[0] !== message) return undefined;
		const { userAgent } = message;
		const commands = [...new Set(all.map(commandOf))];
		return {
			sentence: `${phoneName(userAgent, analysis)} received ${all.length === 1 ? 'a command' : `${all.length} commands`} for ${listOf(clientsOf(all))}: ${listOf(commands)}. The SDK hides ${all.length === 1 ? 'it' : 'them'} from the app and does not answer.`,
			advice:
				'Nothing is wrong: every instance of an extension gets the commands of all. Do not look for them in the SDK’s log.',
			evidence: all.map(({ entry }) => entry)
		};
	}
};

/** By what was known of the phone when the message came. */
function isForeign({ entry, head, content, userAgent }: SeenMessage): boolean {
	const client = content?.command?.client;
	if (client === undefined || head.method !== 'MESSAGE') return false;
	if (entry.direction !== 'received') return false;
	const { clientId, clientIdToldBy = Infinity } = userAgent;
	return clientId !== client && clientIdToldBy < entry.seq;
}

function commandOf({ content }: SeenMessage): string {
	const { number = 0, name = '' } = content?.command ?? {};
	return `Cmd ${number} ${name}`.trim();
}

function clientsOf(messages: readonly SeenMessage[]): string[] {
	const clients = new Set(messages.map(({ content }) => cut(content?.command?.client ?? '')));
	return clients.size > 3 ? [`${clients.size} other clients`] : [...clients];
}
