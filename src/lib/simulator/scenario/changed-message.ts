import { composeRequest, composeResponse } from '../../sip/compose.ts';
import type { HeaderField, SipRequest, SipResponse } from '../../sip/message.ts';
import type { Change } from './step-schema.ts';

/** The text of a message after a change; what the change does not name stays as it is. */
export function changedMessage(message: SipRequest | SipResponse, change: Change): string {
	if (change.text !== undefined) return change.text;
	const headers = changedHeaders(message.headers, change);
	const body = change.body ?? message.body;
	if (message.kind === 'request') {
		const { method, uri } = message;
		return composeRequest({ method, uri, headers, body });
	}
	const { status = message.status } = change;
	const kept = change.status === undefined ? message.reason : undefined;
	return composeResponse({ status, reason: change.reason ?? kept, headers, body });
}

/** The header fields after a change, in their order; what is added comes last. */
export function changedHeaders(fields: readonly HeaderField[], change: Change): HeaderField[] {
	const { set = {}, remove = [], rename = {}, replace } = change;
	// The length is reckoned anew where the body is another one.
	const gone = change.body === undefined ? remove : [...remove, 'Content-Length'];
	const kept = fields.filter(({ name }) => !gone.some((other) => isSame(other, name)));
	const added = Object.entries(set).filter(
		([name]) => !kept.some((field) => isSame(field.name, name))
	);
	return [...kept, ...added.map(([name, value]) => ({ name, value }))].map(({ name, value }) => {
		const current = valueIn(set, name) ?? value;
		const isReplaced = replace !== undefined && isSame(replace.header, name);
		return {
			name: valueIn(rename, name) ?? name,
			value: isReplaced ? current.replaceAll(replace.text, replace.by) : current
		};
	});
}

function valueIn(values: Readonly<Record<string, string>>, name: string): string | undefined {
	return Object.entries(values).find(([other]) => isSame(other, name))?.[1];
}

function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
