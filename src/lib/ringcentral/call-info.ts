/**
 * What `p-rc-api-call-info` tells of an inbound call:
 * `callAttributes=queue-call,reject;callerIdName=…;queueName=…`.
 */
export interface RcCallInfo {
	/** `reject`, `send-vm`, `queue-call`: what may be done with the call, and what it is. */
	callAttributes: string[];
	callerIdName?: string;
	/** Of the call queue that it came by. */
	queueName?: string;
	/** All there are, by name as written; of a repeated one the last counts, as in the SDK. */
	parameters: ReadonlyMap<string, string>;
}

/** Reads the field's value. Never throws; what is missing is absent. */
export function parseRcCallInfo(value: string): RcCallInfo {
	const parameters = new Map<string, string>();
	for (const part of value.split(';')) {
		const pair = part.trim();
		const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
		if (pair !== '') parameters.set(pair.slice(0, equals), pair.slice(equals + 1));
	}
	const attributes = parameters.get('callAttributes')?.split(',') ?? [];
	return {
		callAttributes: attributes.map((name) => name.trim()).filter((name) => name !== ''),
		callerIdName: parameters.get('callerIdName'),
		queueName: parameters.get('queueName'),
		parameters
	};
}

/** Whether the call came by a queue: it can be answered or declined, and nothing else. */
export function isQueueCall({ callAttributes }: RcCallInfo): boolean {
	return callAttributes.includes('queue-call');
}
