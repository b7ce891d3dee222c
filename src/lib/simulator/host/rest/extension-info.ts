import { ok, type Answer } from '../answer.ts';
import { extensionPath, uriOf, type Asked } from './asked.ts';
import type { Extension } from './directory.ts';
import { pageOf } from './paging.ts';
import { regionalSettings } from './regional-settings.ts';

/** What the edge has to offer, by the names that applications look for. */
const FEATURES = ['WebPhone', 'VoipCalling', 'VoipCallingOnMobile', 'CallPark', 'Presence'];

/** `GET …/account/~/extension/~` */
export function extensionInfo(asked: Asked, extension: Extension): Answer {
	return ok({
		...listed(asked, extension),
		account: {
			uri: uriOf(asked, `account/${extension.company.id}`),
			id: String(extension.company.id)
		},
		regionalSettings,
		serviceFeatures: FEATURES.map((featureName) => ({ featureName, enabled: true })),
		setupWizardState: 'Completed'
	});
}

/** `GET …/account/~/extension`: the company's directory. */
export function extensionList(asked: Asked): Answer {
	const { id, extensions } = asked.extension.company;
	const list = extensions.map((extension) => listed(asked, extension));
	return pageOf(asked, `account/${id}/extension`, list);
}

function listed(asked: Asked, extension: Extension) {
	const { id, account } = extension;
	const [firstName, ...rest] = account.name.split(' ');
	return {
		uri: uriOf(asked, extensionPath(extension)),
		id,
		extensionNumber: account.extension,
		name: account.name,
		contact: { firstName, lastName: rest.join(' '), businessPhone: account.directNumber },
		type: 'User',
		status: 'Enabled',
		hidden: false,
		permissions: { admin: { enabled: false }, internationalCalling: { enabled: true } },
		profileImage: { uri: uriOf(asked, `${extensionPath(extension)}/profile-image`) }
	};
}
