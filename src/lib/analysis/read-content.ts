import { parseAddress } from '../sip/fields/address.ts';
import { parseCredentials } from '../sip/digest/authentication.ts';
import type { MessageHead } from '../sip/head.ts';
import { header, parseMessage } from '../sip/message.ts';
import { parseSdp } from '../sip/sdp/sdp.ts';
import { parseUri } from '../sip/uri.ts';
import { commandName } from '../ringcentral/commands.ts';
import { parseInfo } from '../ringcentral/info.ts';
import { parsePartyIds } from '../ringcentral/party.ts';
import { parseRcMessage } from '../ringcentral/rc-message.ts';
import type { CommandContent, Content, InfoContent, SessionContent } from './content.ts';

type Read = (head: MessageHead, text: string) => Content;

/** By method, that of CSeq for responses. What is not named here is read by its head alone. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
	['INVITE', invite],
	['REGISTER', credentials],
	['MESSAGE', (head, text) => given('command', commandOf(bodyOf(head, text)))],
	['INFO', (head, text) => given('info', infoOf(bodyOf(head, text)))],
	['NOTIFY', (head, text) => given('sipfrag', sipfragOf(bodyOf(head, text)))],
	['REFER', (_head, text) => given('referTo', referToOf(text))]
]);

/** Reads of a message what its head does not hold, and no more than analysis needs. Never throws. */
export function readContent(head: MessageHead, text: string): Content | undefined {
	// Most of a trace's messages: answers that say nothing but their status.
	if (head.kind === 'unreadable' || (head.kind === 'response' && head.method !== 'INVITE'))
		return undefined;
	const content = READERS.get(head.method)?.(head, text);
	return content && Object.keys(content).length > 0 ? content : undefined;
}

function invite(head: MessageHead, text: string): Content {
	if (head.status === 100) return {};
	const message = parseMessage(text);
	const { sessionId } = parsePartyIds(header(message, 'p-rc-api-ids') ?? '');
	return {
		...credentials(head, text),
		...given('sdp', sessionOf(bodyOf(head, text))),
		...given('command', commandOf(header(message, 'P-rc') ?? '')),
		...given('sessionId', sessionId)
	};
}

function credentials(head: MessageHead, text: string): Content {
	if (head.kind !== 'request' || !/\n(?:proxy-)?authorization[ \t]*:/i.test(text)) return {};
	const message = parseMessage(text);
	const value = header(message, 'Authorization') ?? header(message, 'Proxy-Authorization');
	if (value === undefined) return {};
	return { credentials: { username: parseCredentials(value).parameters.get('username') ?? '' } };
}

function bodyOf(head: MessageHead, text: string): string {
	return text.slice(head.bodyOffset);
}

function sessionOf(body: string): SessionContent | undefined {
	const [media] = body === '' ? [] : parseSdp(body).media;
	return (
		media && { codec: media.payloads[0]?.codec.toLowerCase() ?? '', direction: media.direction }
	);
}

function commandOf(xml: string): CommandContent | undefined {
	const message = parseRcMessage(xml);
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
	const address = parseAddress(header(parseMessage(text), 'Refer-To') ?? '');
	const uri = address && parseUri(address.uri);
	if (uri === undefined) return undefined;
	return { number: uri.user ?? uri.host, replaces: header(uri, 'Replaces') !== undefined };
}

/** `{ [name]: value }`, or nothing where there is no value. */
function given<Name extends string, Value>(
	name: Name,
	value: Value | undefined
): { [name in Name]?: Value } {
	return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };
}
