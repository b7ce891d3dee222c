import { usernameOf } from '../../accounts.ts';
import { ok, type Answer } from '../answer.ts';
import { extensionPath, uriOf, type Asked } from './asked.ts';
import { deviceIdOf, type Extension } from './directory.ts';
import { pageOf } from './paging.ts';

/** The one device of an extension, with the line on which it is called. */
export function deviceOf(asked: Asked, extension: Extension) {
	const { account, company } = extension;
	const id = deviceIdOf(extension);
	return {
		uri: uriOf(asked, `account/${company.id}/device/${id}`),
		id,
		type: 'WebPhone',
		sku: 'DV-1',
		status: asked.presence(extension).online ? 'Online' : 'Offline',
		name: `${account.name}’s WebPhone`,
		serial: usernameOf(account),
		model: { id: '-1', name: 'WebRTC softphone', addons: [], features: [] },
		extension: {
			uri: uriOf(asked, extensionPath(extension)),
			id: extension.id,
			extensionNumber: account.extension
		},
		phoneLines: [
			{
				id,
				lineType: 'Standalone',
				phoneInfo: {
					id: extension.id,
					phoneNumber: account.directNumber,
					paymentType: 'Local',
					type: 'VoiceFax',
					usageType: 'DirectNumber'
				}
			}
		],
		linePooling: 'None'
	};
}

/** `GET …/extension/~/device` */
export function extensionDevices(asked: Asked, extension: Extension): Answer {
	return pageOf(asked, `${extensionPath(extension)}/device`, [deviceOf(asked, extension)]);
}

/** `GET …/account/~/device` */
export function accountDevices(asked: Asked): Answer {
	const { id, extensions } = asked.extension.company;
	const devices = extensions.map((extension) => deviceOf(asked, extension));
	return pageOf(asked, `account/${id}/device`, devices);
}

/** `GET …/account/~/device/<id>`, or undefined where there is none with this id. */
export function deviceInfo(asked: Asked, id: string): Answer | undefined {
	const { extensions } = asked.extension.company;
	const owner = extensions.find((extension) => deviceIdOf(extension) === id);
	return owner && ok(deviceOf(asked, owner));
}
