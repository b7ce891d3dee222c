import { parseCredentials } from '../sip/digest/authentication.ts';
import { parseReferTo } from '../sip/fields/refer-to.ts';
import type { MessageHead } from '../sip/head.ts';
import { header, parseMessage } from '../sip/message.ts';
import { type SessionScan, scanSession } from '../sip/sdp/session-scan.ts';
import { commandName } from '../ringcentral/commands.ts';
import { parseInfo } from '../ringcentral/info.ts';
import { parsePartyIds, sessionIdOf } from '../ringcentral/party.ts';
import { type RcFields, findRcFields } from '../ringcentral/rc-fields.ts';
import { attributeReader, commandNumber, isRcMessage } from '../ringcentral/rc-message.ts';
import type { CommandContent, Content, InfoContent } from './content.ts';

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
	#sdp: SessionScan | undefined;
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

	get sdp(): SessionScan | undefined {
		if (this.#head.method !== 'INVITE') return undefined;
		return (this.#sdp ??= scanSession(this.#text, this.#head.bodyOffset));
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
		return apiIds && sessionIdOf(apiIds);
	}

	get partyId(): string | undefined {
		const { apiIds } = this.#rc();
		return apiIds && parsePartyIds(apiIds).partyId;
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

function commandOf(xml: string): CommandContent | undefined {
	return xml !== '' && isRcMessage(xml) ? new MessageCommand(xml) : undefined;
}

/** Reads number and SID, by which messages correlate, and the rest when it is asked for. */
class MessageCommand implements CommandContent {
	readonly number: number;
	readonly sid: string;
	readonly #xml: string;

	constructor(xml: string) {
		this.#xml = xml;
		this.number = commandNumber(CMD(xml));
		this.sid = SID(xml);
	}

	get name(): string {
		return commandName(this.number) ?? '';
	}

	get from(): string | undefined {
		return FROM(this.#xml) || undefined;
	}

	get phoneNumber(): string | undefined {
		return PHN(this.#xml) || undefined;
	}

	get callerName(): string | undefined {
		return NM(this.#xml) || undefined;
	}

	get client(): string | undefined {
		return CLN(this.#xml) || undefined;
	}
}

const SID = attributeReader('Hdr', 'SID');
const CMD = attributeReader('Hdr', 'Cmd');
const FROM = attributeReader('Hdr', 'From');
const PHN = attributeReader('Bdy', 'Phn');
const NM = attributeReader('Bdy', 'Nm');
const CLN = attributeReader('Bdy', 'Cln');

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
