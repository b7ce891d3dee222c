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

/** Where the edge listens as its own backup, which a scenario may leave alone. */
export const BACKUP_PATH = '/sip-backup';

/** The domain that the SDK writes into every transfer, whatever its `sipInfo` says. */
export const DOMAIN = 'sip.ringcentral.com';

const MAIN_NUMBER = '16505550100';

export const builtInAccounts: readonly Account[] = [
	accountOf({ name: 'Alice', extension: '101', password: 'alice-has-no-secret' }),
	accountOf({ name: 'Bob', extension: '102', password: 'bob-has-no-secret' }),
	accountOf({ name: 'Carol', extension: '103', password: 'carol-has-no-secret' })
];

/** An account of which the extension and the password are enough: the rest follows from them. */
export function accountOf({
	extension,
	mainNumber = MAIN_NUMBER,
	...given
}: Pick<Account, 'extension' | 'password'> & Partial<Account>): Account {
	return {
		name: `Extension ${extension}`,
		extension,
		mainNumber,
		directNumber: `+${mainNumber.slice(0, -extension.length)}${extension}`,
		authorizationId: `802398${extension}001`,
		...given
	};
}

/** `16505550100*101`: the user part of the account's address-of-record. */
export function usernameOf(account: Account): string {
	return `${account.mainNumber}*${account.extension}`;
}

/** @param proxy where the edge listens: host, port and path, without a scheme. Its backup is beside it. */
export function sipInfoOf(account: Account, proxy: string): SipInfo {
	return {
		transport: 'WSS',
		username: usernameOf(account),
		password: account.password,
		authorizationId: account.authorizationId,
		domain: DOMAIN,
		outboundProxy: proxy,
		outboundProxyBackup: proxy.replace(/\/sip$/, BACKUP_PATH),
		// Nothing leaves the machine: the edge offers its own addresses only.
		stunServers: []
	};
}
