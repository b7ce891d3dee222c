import { addressOfRecord } from '../../sip/fields/address-of-record.ts';
import { tagOf } from '../../sip/fields/address.ts';
import { parseContacts } from '../../sip/fields/contact.ts';
import {
	header,
	headers,
	parseMessage,
	type SipRequest,
	type SipResponse
} from '../../sip/message.ts';
import { parseUri } from '../../sip/uri.ts';
import { parseInfo } from '../../ringcentral/info.ts';
import { parseRcMessage } from '../../ringcentral/rc-message.ts';
import type { Connection } from '../core/connection.ts';

/** A message that crosses between the edge and a phone, with all that a trigger may ask about it. */
export interface Sighting {
	from: 'phone' | 'edge';
	connection: Connection;
	message: SipRequest | SipResponse;
	/** Of a response, its request's. */
	method: string;
	/** Of a response. */
	status: number | undefined;
	/** Whose phone it is; `''` where nothing tells. */
	extension: string;
	/** The bare id of its `+sip.instance`; `''` where it has not registered yet. */
	instance: string;
	/** What a phone dialled, or who the edge says is calling. */
	number: string;
	/** Of an INFO its `command`, of a MESSAGE its `Cmd`. */
	command: string;
	credentials: boolean;
	dialog: boolean;
}

/** undefined where the frame is no SIP: no rule is about it. */
export function sightingOf(
	from: 'phone' | 'edge',
	connection: Connection,
	text: string
): Sighting | undefined {
	const message = parseMessage(text);
	if (message.kind === 'unreadable') return undefined;
	const isRequest = message.kind === 'request';
	const value = (name: string) => header(message, name) ?? '';
	// From is who asked, also in a response.
	const asksPhone = (from === 'phone') !== isRequest;
	const phone = asksPhone ? value('To') : value('From');
	const other = asksPhone ? value('From') : value('To');
	return {
		from,
		connection,
		message,
		method: isRequest ? message.method : (value('CSeq').split(/\s+/)[1] ?? ''),
		status: isRequest ? undefined : message.status,
		extension: connection.account?.extension ?? extensionOf(phone),
		instance: instanceOf(message) ?? connection.instance ?? '',
		number: userOf(other),
		command: commandOf(message),
		credentials: value('Authorization') !== '' || value('Proxy-Authorization') !== '',
		dialog: tagOf(value('To')) !== ''
	};
}

/** As a REGISTER says it. */
function instanceOf(message: SipRequest | SipResponse): string | undefined {
	const contacts = parseContacts(headers(message, 'Contact'));
	return contacts === '*' ? undefined : contacts[0]?.instance;
}

/** `101` of `<sip:16505550100*101@…>`. */
function extensionOf(address: string): string {
	return userOf(address).split('*')[1] ?? '';
}

function userOf(address: string): string {
	return parseUri(addressOfRecord(address))?.user ?? '';
}

function commandOf({ body }: SipRequest | SipResponse): string {
	const command = parseInfo(body)?.command ?? parseRcMessage(body)?.command;
	return command === undefined ? '' : String(command);
}
