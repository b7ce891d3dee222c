/** What a telephone of the public network does when it is called. */
export type Manner =
	/** It rings for a while, somebody picks up, and this is heard. */
	| { kind: 'answers'; after: number; service: ServiceName }
	/** Nobody picks up. */
	| { kind: 'rings' }
	/** The network has an answer of its own to the INVITE. */
	| { kind: 'refuses'; status: number }
	/** It picks up, hangs up, and calls who called it. */
	| { kind: 'calls back'; after: number };

export type ServiceName = 'greeting' | 'echo' | 'music' | 'keys' | 'menu';

export interface Subscriber {
	name: string;
	/** In E.164, of the numbers that are reserved for fiction. */
	number: string;
	/** What to dial instead. */
	short: string;
	manner: Manner;
}

/** The telephones outside that do something of their own. Every other number is an echo test. */
export const DIRECTORY: readonly Subscriber[] = [
	{
		name: 'Somebody who picks up',
		number: '+14155550110',
		short: '*10',
		manner: { kind: 'answers', after: 3000, service: 'greeting' }
	},
	{
		name: 'Echo test',
		number: '+14155550111',
		short: '*11',
		manner: { kind: 'answers', after: 0, service: 'echo' }
	},
	{
		name: 'Music',
		number: '+14155550112',
		short: '*12',
		manner: { kind: 'answers', after: 0, service: 'music' }
	},
	{
		name: 'Key test',
		number: '+14155550113',
		short: '*13',
		manner: { kind: 'answers', after: 0, service: 'keys' }
	},
	{
		name: 'Menu',
		number: '+14155550114',
		short: '*14',
		manner: { kind: 'answers', after: 0, service: 'menu' }
	},
	{
		name: 'Busy',
		number: '+14155550115',
		short: '*15',
		manner: { kind: 'refuses', status: 486 }
	},
	{ name: 'Nobody at home', number: '+14155550116', short: '*16', manner: { kind: 'rings' } },
	{
		name: 'Call me back',
		number: '+14155550117',
		short: '*17',
		manner: { kind: 'calls back', after: 2000 }
	},
	{
		name: 'Unavailable',
		number: '+14155550118',
		short: '*18',
		manner: { kind: 'refuses', status: 480 }
	},
	{
		name: 'Declines every call',
		number: '+14155550119',
		short: '*19',
		manner: { kind: 'refuses', status: 603 }
	}
];

/** Takes over the call of another phone of the same extension. */
export const TAKE_OVER = '*83';

/** A queue that rings at every extension but the caller's. */
export const QUEUE = { number: '700', name: 'Support' };

/** @param digits without a `+`, or a short code */
export function subscriberOf(digits: string): Subscriber | undefined {
	return DIRECTORY.find(({ number, short }) => number === `+${digits}` || short === digits);
}

/** The company's main number, which lets callers choose. */
export function autoReceptionist(number: string): Subscriber {
	const manner: Manner = { kind: 'answers', after: 0, service: 'menu' };
	return { name: 'Auto-receptionist', number, short: '', manner };
}

/** An ordinary telephone, which answers at once. */
export function echoingSubscriber(number: string): Subscriber {
	const manner: Manner = { kind: 'answers', after: 0, service: 'echo' };
	return { name: number, number, short: '', manner };
}
