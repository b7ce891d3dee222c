export const UNITED_STATES = { id: '1', name: 'United States', isoCode: 'US', callingCode: '1' };

const ENGLISH = { id: '1033', name: 'English (United States)', localeCode: 'en-US' };

/** All accounts are at home in the same place, as their numbers are. */
export const regionalSettings = {
	homeCountry: UNITED_STATES,
	timezone: {
		id: '58',
		name: 'US/Pacific',
		description: 'Pacific Time (US & Canada)',
		bias: '-480'
	},
	language: ENGLISH,
	greetingLanguage: ENGLISH,
	formattingLocale: ENGLISH,
	timeFormat: '12h',
	currency: { id: '1', code: 'USD', name: 'US Dollar', symbol: '$', minorSymbol: '¢' }
};
