import type { Answer } from '../answer.ts';
import { accountInfo } from './account-info.ts';
import type { Asked } from './asked.ts';
import { accountDevices, deviceInfo, extensionDevices } from './devices.ts';
import type { Extension } from './directory.ts';
import { notFound } from './errors.ts';
import { extensionInfo, extensionList } from './extension-info.ts';
import { accountPhoneNumbers, extensionPhoneNumbers } from './phone-numbers.ts';
import { presence } from './presence.ts';
import { sipProvision } from './sip-provision.ts';

/** What is asked for, with the one method that asks for it. */
export interface Route {
	method: 'GET' | 'POST';
	serve(asked: Asked, body: string): Answer;
}

/** Below `account/~`. A resource is one line here. */
const ofAccount: Readonly<Record<string, (asked: Asked) => Answer>> = {
	'': accountInfo,
	device: accountDevices,
	extension: extensionList,
	'phone-number': accountPhoneNumbers
};

/** Below `account/~/extension/~`. */
const ofExtension: Readonly<Record<string, (asked: Asked, extension: Extension) => Answer>> = {
	'': extensionInfo,
	device: extensionDevices,
	'phone-number': extensionPhoneNumbers,
	presence
};

/**
 * @param path what comes after `/restapi/v1.0/`: `account/~/extension/62000001/device`
 * @returns undefined for a path that is not simulated
 */
export function routeOf(path: string): Route | undefined {
	if (path === 'client-info/sip-provision') return { method: 'POST', serve: sipProvision };
	const [root, account = '', kind = '', id, what = '', ...more] = path
		.replace(/\/$/, '')
		.split('/');
	if (root !== 'account' || account === '' || more.length > 0) return undefined;
	if (id === undefined) return reading(account, lookUp(ofAccount, kind));
	if (kind === 'device' && what === '') {
		return reading(account, (asked) => deviceInfo(asked, id) ?? notFound('deviceId'));
	}
	const resource = kind === 'extension' ? lookUp(ofExtension, what) : undefined;
	return resource && reading(account, (asked) => ofOne(asked, id, resource));
}

function reading(
	account: string,
	resource: ((asked: Asked) => Answer) | undefined
): Route | undefined {
	if (!resource) return undefined;
	const isOwn = ({ extension }: Asked) => ['~', String(extension.company.id)].includes(account);
	return {
		method: 'GET',
		serve: (asked) => (isOwn(asked) ? resource(asked) : notFound('accountId'))
	};
}

/** `~` is whoever asks; else an id within the same company. */
function ofOne(
	asked: Asked,
	id: string,
	resource: (asked: Asked, extension: Extension) => Answer
): Answer {
	const { company } = asked.extension;
	const extension =
		id === '~' ? asked.extension : company.extensions.find((one) => String(one.id) === id);
	return extension ? resource(asked, extension) : notFound('extensionId');
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
