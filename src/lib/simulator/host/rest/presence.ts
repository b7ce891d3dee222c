import { ok, type Answer } from '../answer.ts';
import { extensionPath, uriOf, type Asked } from './asked.ts';
import type { Extension } from './directory.ts';

/** `GET …/extension/~/presence` */
export function presence(asked: Asked, extension: Extension): Answer {
	const { online, telephony } = asked.presence(extension);
	const userStatus = online ? 'Available' : 'Offline';
	return ok({
		uri: uriOf(asked, `${extensionPath(extension)}/presence`),
		extension: {
			uri: uriOf(asked, extensionPath(extension)),
			id: extension.id,
			extensionNumber: extension.account.extension
		},
		presenceStatus: online && telephony !== 'NoCall' ? 'Busy' : userStatus,
		telephonyStatus: telephony,
		userStatus,
		dndStatus: 'TakeAllCalls',
		allowSeeMyPresence: true,
		ringOnMonitoredCall: false,
		pickUpCallsOnHold: false
	});
}
