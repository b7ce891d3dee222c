import { autoAnswerOf } from '../../ringcentral/auto-answer.ts';
import { isQueueCall, parseRcCallInfo } from '../../ringcentral/call-info.ts';
import { isConference } from '../../ringcentral/conference.ts';
import { parsePartyIds } from '../../ringcentral/party.ts';
import { parseAddress } from '../../sip/fields/address.ts';
import { header, type SipMessage } from '../../sip/message.ts';
import { parseUri } from '../../sip/uri.ts';
import type { Definition } from './definition.ts';

type Rows = (Definition | false | undefined)[];

/** What RingCentral's own header fields tell, and what its edge means by common ones. */
export function rcRows(message: SipMessage): Definition[] {
	return [...callRows(message), ...idRows(message)].filter(
		(row) => row !== false && row !== undefined
	);
}

function callRows(message: SipMessage): Rows {
	const info = parseRcCallInfo(header(message, 'p-rc-api-call-info') ?? '');
	const { queueName, callerIdName, callAttributes } = info;
	const autoAnswer = autoAnswerOf(header(message, 'Alert-Info'), header(message, 'Call-Info'));
	return [
		autoAnswer && {
			name: 'Auto answer',
			value: `after ${autoAnswer.after}`,
			note: `which the SDK takes as ${autoAnswer.sdkDelayMilliseconds} ms`
		},
		isQueueCall(info) && {
			name: 'Queue',
			value: queueName ?? 'a call queue',
			note: 'it can be answered or declined, and nothing else'
		},
		callerIdName !== undefined && { name: 'Caller', value: callerIdName },
		callAttributes.length > 0 && { name: 'Attributes', value: callAttributes.join('\n') },
		['From', 'To'].some((name) => isConference(userOf(message, name))) && {
			name: 'Conference',
			value: 'yes',
			note: 'its user name begins with conf_'
		}
	];
}

function idRows(message: SipMessage): Rows {
	const { sessionId, partyId } = parsePartyIds(header(message, 'p-rc-api-ids') ?? '');
	return [
		sessionId !== undefined && {
			name: 'Session',
			value: sessionId,
			note: 'the same for all legs of the call'
		},
		partyId !== undefined && { name: 'Party', value: partyId, note: 'this leg' }
	];
}

function userOf(message: SipMessage, name: string): string {
	const address = parseAddress(header(message, name) ?? '');
	return (address && parseUri(address.uri)?.user) ?? '';
}
