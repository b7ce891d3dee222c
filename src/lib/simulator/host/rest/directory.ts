import type { Account } from '../../accounts.ts';

/** What RingCentral calls an account: all extensions behind one main number. */
export interface Company {
	id: number;
	/** In E.164. */
	mainNumber: string;
	extensions: readonly Extension[];
}

/** One of the edge's accounts, with the ids by which REST paths name it. */
export interface Extension {
	id: number;
	company: Company;
	account: Account;
}

const FIRST_COMPANY = 37_000_001;
const FIRST_EXTENSION = 62_000_001;

/** Who is there, by the ids of the REST API: the same in every run with the same accounts. */
export class Directory {
	readonly extensions: readonly Extension[];

	constructor(accounts: readonly Account[]) {
		const companies = new Map<string, Company & { extensions: Extension[] }>();
		this.extensions = accounts.map((account, index) => {
			const mainNumber = `+${account.mainNumber}`;
			const id = FIRST_COMPANY + companies.size;
			const company = companies.get(mainNumber) ?? { id, mainNumber, extensions: [] };
			companies.set(mainNumber, company);
			const extension = { id: FIRST_EXTENSION + index, company, account };
			company.extensions.push(extension);
			return extension;
		});
	}

	/** @param number `102`, `+16505550102` or the id `62000002`, with or without punctuation */
	find(number: string): Extension | undefined {
		const digits = number.replace(/[\s+().-]/g, '');
		return this.extensions.find(
			({ id, account }) =>
				digits === String(id) ||
				digits === account.extension ||
				digits === account.directNumber.replace(/^\+/, '')
		);
	}
}

/** RingCentral numbers a person's devices; here each has one, with the digest's user name for an id. */
export function deviceIdOf({ account }: Extension): string {
	return account.authorizationId;
}
