import { Command } from './commands.ts';

/** What an attribute of RingCentral's XML stands for. */
export interface RcAttribute {
	words: string;
	/** What single values stand for. */
	values?: Readonly<Record<string, string>>;
}

const HEADER: ReadonlyMap<string, RcAttribute> = new Map<string, RcAttribute>([
	['SID', { words: 'the call at RingCentral: the same in all its commands' }],
	['Req', { words: 'which request of the edge this belongs to' }],
	['From', { words: 'who speaks; where an answer goes' }],
	['To', { words: 'who is spoken to' }],
	['Cmd', { words: 'the command' }]
]);

const BODY: ReadonlyMap<string, RcAttribute> = new Map<string, RcAttribute>([
	['Cln', { words: 'the client that is meant, or that speaks: its authorizationId' }],
	['CtrlCln', { words: 'the client in control of the call' }],
	['Phn', { words: 'the caller’s number' }],
	['Nm', { words: 'the caller’s name' }],
	['ToPhn', { words: 'the number that was called' }],
	['ToNm', { words: 'whose number that is' }],
	['RecUrl', { words: 'where a recording is' }],
	['SrvLvl', { words: 'the account’s service level, a set of bits' }],
	['SrvLvlExt', { words: 'more of those bits' }],
	['IP', { words: 'an address as a number', values: { '4294967295': 'none' } }],
	['Sts', { words: 'status', values: { '0': 'done' } }],
	[
		'Resp',
		{
			words: 'what the caller chose',
			values: { '1': 'yes', '2': 'no', '3': 'urgent: call me at once' }
		}
	],
	['ExtNfo', { words: 'the number at which the caller is to be called at once' }],
	['FwdDly', { words: 'how long to wait before forwarding' }],
	['PhnTp', { words: 'what kind of number it is' }],
	[
		'RepTp',
		{
			words: 'the reply',
			values: {
				'0': 'a text of one’s own',
				'1': 'we call back at a time',
				'2': 'on my way',
				'3': 'on another line',
				'4': 'we call back later',
				'5': 'in a meeting',
				'6': 'on another line, no call'
			}
		}
	],
	['Bdy', { words: 'the text of the reply' }],
	['Dir', { words: 'who calls back', values: { '0': 'the user', '1': 'the caller' } }],
	['Vl', { words: 'after how long' }],
	['Units', { words: 'counted in', values: { '0': 'minutes', '1': 'hours', '2': 'days' } }]
]);

/** What an attribute of `Hdr` stands for; `undefined` where that is not known. */
export function headerAttribute(name: string): RcAttribute | undefined {
	return HEADER.get(name);
}

/** What an attribute of `Bdy` stands for in a command; `undefined` where that is not known. */
export function bodyAttribute(name: string, command: number): RcAttribute | undefined {
	const isTarget = command === Command.ClientForward && name === 'Phn';
	return isTarget ? { words: 'the number to forward to' } : BODY.get(name);
}
