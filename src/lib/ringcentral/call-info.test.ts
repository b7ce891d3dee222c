import fc from 'fast-check';
import InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import { expect, test } from 'vitest';
import { isQueueCall, parseRcCallInfo } from './call-info.ts';

/** What the SDK makes of the field. */
function readBySdk(value: string): Record<string, string> | undefined {
	const { get } =
		Object.getOwnPropertyDescriptor(InboundCallSession.prototype, 'rcApiCallInfo') ?? {};
	const session = { sipMessage: { getHeader: () => value } };
	return get?.call(session) as Record<string, string> | undefined;
}

test('a call from a queue', () => {
	const info = parseRcCallInfo(
		'callAttributes=queue-call, reject;callerIdName=Example=Caller; queueName=Sales;x'
	);
	expect(info).toMatchObject({
		callAttributes: ['queue-call', 'reject'],
		callerIdName: 'Example=Caller',
		queueName: 'Sales'
	});
	expect(info.parameters.get('x')).toBe('');
	expect(isQueueCall(info)).toBe(true);
});

test('a call from nowhere special', () => {
	const info = parseRcCallInfo('callAttributes=reject,send-vm');
	expect(info).toMatchObject({ callAttributes: ['reject', 'send-vm'], queueName: undefined });
	expect(isQueueCall(info)).toBe(false);
	expect(parseRcCallInfo('').callAttributes).toEqual([]);
});

test('reads any value as the SDK does', () => {
	const text = fc
		.array(fc.constantFrom(';', '=', ' ', ',', 'callAttributes', 'queueName', 'a', 'é'))
		.map((all) => all.join(''));
	fc.assert(
		fc.property(fc.oneof(text, fc.string({ minLength: 1 })), (value) => {
			const read = readBySdk(value);
			expect(Object.fromEntries(parseRcCallInfo(value).parameters)).toEqual(read ?? {});
		})
	);
});
