import type { Answer } from '../answer.ts';
import { extensionPath, uriOf, type Asked } from './asked.ts';
import type { Company, Extension } from './directory.ts';
import { pageOf } from './paging.ts';
import { UNITED_STATES } from './regional-settings.ts';

/** What all numbers have in common. */
const USUAL = {
	country: UNITED_STATES,
	location: 'Fiction, CA',
	paymentType: 'Local',
	status: 'Normal',
	type: 'VoiceFax'
};

/** `GET …/account/~/phone-number`: the main number, and everybody's own. */
export function accountPhoneNumbers(asked: Asked): Answer {
	const { company } = asked.extension;
	const numbers = [
		mainNumber(asked, company),
		...company.extensions.map((one) => direct(asked, one))
	];
	return pageOf(asked, `account/${company.id}/phone-number`, numbers);
}

/** `GET …/extension/~/phone-number`: those that it may show to whom it calls. */
export function extensionPhoneNumbers(asked: Asked, extension: Extension): Answer {
	const numbers = [
		{ ...direct(asked, extension), features: ['CallerId'] },
		{ ...mainNumber(asked, extension.company), features: ['CallerId'] }
	];
	return pageOf(asked, `${extensionPath(extension)}/phone-number`, numbers);
}

function mainNumber(asked: Asked, { id, mainNumber: phoneNumber }: Company) {
	return {
		...USUAL,
		uri: uriOf(asked, `account/${id}/phone-number/${id}`),
		id,
		phoneNumber,
		usageType: 'MainCompanyNumber',
		primary: true
	};
}

/** A number has the id of the extension that has it. */
function direct(asked: Asked, extension: Extension) {
	const { id, company, account } = extension;
	return {
		...USUAL,
		uri: uriOf(asked, `account/${company.id}/phone-number/${id}`),
		id,
		phoneNumber: account.directNumber,
		usageType: 'DirectNumber',
		primary: false,
		extension: {
			uri: uriOf(asked, extensionPath(extension)),
			id,
			extensionNumber: account.extension,
			name: account.name,
			type: 'User'
		}
	};
}
