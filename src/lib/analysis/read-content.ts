import { parseCredentials } from '../sip/digest/authentication.ts';
import { parseReferTo } from '../sip/fields/refer-to.ts';
import type { MessageHead } from '../sip/head.ts';
import { header, parseMessage } from '../sip/message.ts';
import { scanSession } from '../sip/sdp/session-scan.ts';
import { commandName } from '../ringcentral/commands.ts';
import { parseInfo } from '../ringcentral/info.ts';
import { parsePartyIds } from '../ringcentral/party.ts';
import { type RcFields, findRcFields } from '../ringcentral/rc-fields.ts';
import { parseRcMessage } from '../ringcentral/rc-message.ts';
import type { CommandContent, Content, InfoContent, SessionContent } from './content.ts';

/** Requests that say more than their head does; of responses, those to INVITE do. */
const TELLING: ReadonlySet<string> = new Set([
	'INVITE',
	'REGISTER',
	'MESSAGE',
	'INFO',
	'NOTIFY',
	'REFER'
]);

/**
 * What a message says beyond its head. Never throws. Most of a trace's messages say nothing more: they
 * answer, and have a status.
 */
export function contentOf(head: MessageHead, text: string): Content | undefined {
	const { kind, method, status } = head;
	const says = kind === 'request' ? TELLING.has(method) : method === 'INVITE' && status > 100;
	return says ? new MessageContent(head, text) : undefined;
}

/** Reads each part when it is asked for, and keeps what takes long to read and is asked for again. */
class MessageContent implements Content {
	readonly #head: MessageHead;
	readonly #text: string;
	#sdp: SessionContent | undefined;
	#rcFields: RcFields | undefined;
	#command: CommandContent | undefined;
	#info: InfoContent | undefined;

	constructor(head: MessageHead, text: string) {
		this.#head = head;
		this.#text = text;
	}

	get credentials(): Content['credentials'] {
		const { kind, credentials } = this.#head;
		if (kind !== 'request' || credentials === '') return undefined;
		return { username: parseCredentials(credentials).parameters.get('username') ?? '' };
	}

	get sdp(): SessionContent | undefined {
		if (this.#head.method !== 'INVITE') return undefined;
		return (this.#sdp ??= sessionOf(this.#text, this.#head.bodyOffset));
	}

	get command(): CommandContent | undefined {
		return (this.#command ??= commandOf(this.#xml()));
	}

	get info(): InfoContent | undefined {
		if (this.#head.method !== 'INFO') return undefined;
		return (this.#info ??= infoOf(this.#body()));
	}

	get sipfrag(): Content['sipfrag'] {
		return this.#head.method === 'NOTIFY' ? sipfragOf(this.#body()) : undefined;
	}

	get sessionId(): string | undefined {
		const { apiIds } = this.#rc();
		return apiIds && parsePartyIds(apiIds).sessionId;
	}

	get referTo(): Content['referTo'] {
		return this.#head.method === 'REFER' ? referToOf(this.#text) : undefined;
	}

	#body(): string {
		return this.#text.slice(this.#head.bodyOffset);
	}

	#rc(): RcFields {
		if (this.#head.method !== 'INVITE') return NO_RC_FIELDS;
		return (this.#rcFields ??= findRcFields(this.#text, this.#head.bodyOffset));
	}

	#xml(): string {
		return this.#head.method === 'MESSAGE' ? this.#body() : (this.#rc().message ?? '');
	}
}

const NO_RC_FIELDS: RcFields = {};

function sessionOf(text: string, bodyOffset: number): SessionContent | undefined {
	const session = scanSession(text, bodyOffset);
	return session && { codec: session.codec.toLowerCase(), direction: session.direction };
}

function commandOf(xml: string): CommandContent | undefined {
	const message = xml === '' ? undefined : parseRcMessage(xml);
	if (message === undefined) return undefined;
	const { header, body, command } = message;
	return {
		number: command,
		name: commandName(command) ?? '',
		sid: header['SID'] ?? '',
		...given('phoneNumber', body['Phn'] || undefined),
		...given('callerName', body['Nm'] || undefined),
		...given('client', body['Cln'] || undefined)
	};
}

function infoOf(body: string): InfoContent | undefined {
	const info = parseInfo(body);
	if (info === undefined) return undefined;
	const { kind, command, result } = info;
	return {
		kind,
		command,
		...(result && { code: result.code, description: result.description })
	};
}

function sipfragOf(body: string): Content['sipfrag'] {
	const [, status, reason = ''] = /^SIP\/2\.0 (\d{3})(?: ([^\r\n]*))?/i.exec(body) ?? [];
	return status === undefined ? undefined : { status: Number(status), reason: reason.trim() };
}

function referToOf(text: string): Content['referTo'] {
	const referTo = parseReferTo(header(parseMessage(text), 'Refer-To') ?? '');
	if (referTo?.target === undefined) return undefined;
	const { user, host } = referTo.target;
	return { number: user ?? host, replaces: referTo.replaces !== undefined };
}

/** `{ [name]: value }`, or nothing where there is no value. */
function given<Name extends string, Value>(
	name: Name,
	value: Value | undefined
): { [name in Name]?: Value } {
	return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };
}
