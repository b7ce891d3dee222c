import { ok, type Answer } from '../answer.ts';
import { extensionPath, uriOf, type Asked } from './asked.ts';
import { regionalSettings, UNITED_STATES } from './regional-settings.ts';

/** `GET …/account/~` */
export function accountInfo(asked: Asked): Answer {
	const { company } = asked.extension;
	const [operator = asked.extension] = company.extensions;
	return ok({
		uri: uriOf(asked, `account/${company.id}`),
		id: company.id,
		mainNumber: company.mainNumber,
		operator: {
			uri: uriOf(asked, extensionPath(operator)),
			id: operator.id,
			extensionNumber: operator.account.extension
		},
		serviceInfo: {
			uri: uriOf(asked, `account/${company.id}/service-info`),
			brand: { id: '1210', name: 'RingCentral', homeCountry: UNITED_STATES },
			contractedCountry: UNITED_STATES,
			servicePlan: { id: '1', name: 'Sipscope simulator', edition: 'Office' }
		},
		setupWizardState: 'Completed',
		status: 'Confirmed',
		regionalSettings
	});
}
