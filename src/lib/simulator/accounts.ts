/** One extension the edge knows: who it is and how it proves it. */
export interface Account {
	name: string;
	extension: string;
	/** The company's main number, digits only: `16505550100`. */
	mainNumber: string;
	/** The extension's own number in E.164: `+16505550101`. */
	directNumber: string;
	/** The name in digests; RingCentral gives it to a device, not to a person. */
	authorizationId: string;
	password: string;
}

/** What an application needs to register, in the shape of RingCentral's `sip-provision`. */
export interface SipInfo {
	transport: 'WSS';
	username: string;
	password: string;
	authorizationId: string;
	domain: string;
	outboundProxy: string;
	outboundProxyBackup: string;
	stunServers: string[];
}

/** The domain that the SDK writes into every transfer, whatever its `sipInfo` says. */
export const DOMAIN = 'sip.ringcentral.com';

const MAIN_NUMBER = '16505550100';

export const builtInAccounts: readonly Account[] = [
	account('Alice', '101', '802398101001', 'alice-has-no-secret'),
	account('Bob', '102', '802398102001', 'bob-has-no-secret'),
	account('Carol', '103', '802398103001', 'carol-has-no-secret')
];

/** `16505550100*101`: the user part of the account's address-of-record. */
export function usernameOf(account: Account): string {
	return `${account.mainNumber}*${account.extension}`;
}

/** @param proxy where the edge listens: host, port and path, without a scheme. */
export function sipInfoOf(account: Account, proxy: string): SipInfo {
	return {
		transport: 'WSS',
		username: usernameOf(account),
		password: account.password,
		authorizationId: account.authorizationId,
		domain: DOMAIN,
		outboundProxy: proxy,
		outboundProxyBackup: proxy,
		// Nothing leaves the machine: the edge offers its own addresses only.
		stunServers: []
	};
}

function account(
	name: string,
	extension: string,
	authorizationId: string,
	password: string
): Account {
	return {
		name,
		extension,
		mainNumber: MAIN_NUMBER,
		directNumber: `+16505550${extension}`,
		authorizationId,
		password
	};
}
