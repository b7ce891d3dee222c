import { dialogState } from '../../analysis/dialogs/dialog-state.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { findFields } from '../../sip/find-fields.ts';
import { textOf } from '../../analysis/entry-text.ts';
import type { DialogStage, Feature, Kind } from '../criterion.ts';
import type { Condition, Surroundings } from './condition.ts';

export function anyKind(kinds: readonly Kind[]): Condition {
	return ({ entry, head }) =>
		kinds.some((kind) => {
			if (kind === 'undelivered') return entry.undelivered === true;
			return kind === entry.direction || kind === head.kind;
		});
}

export function anyFeature(features: readonly Feature[]): Condition {
	return (message, surroundings) =>
		features.some((feature) => hasFeature(message, feature, surroundings));
}

function hasFeature(message: SeenMessage, feature: Feature, { findingsAt }: Surroundings): boolean {
	const { entry, head, content } = message;
	switch (feature) {
		case 'sdp':
			return hasSdp(message);
		case 'body':
			return head.bodyOffset < textOf(entry).length;
		case 'command':
			return content?.command !== undefined;
		case 'credentials':
			return head.credentials !== '';
		case 'finding':
			return findingsAt(entry.seq).length > 0;
		case 'retransmission':
			return message.retransmissionOf !== undefined;
	}
}

/** By Content-Type, whatever the method; a part of a multipart body says it in the body. */
function hasSdp({ entry, head }: SeenMessage): boolean {
	const text = textOf(entry);
	if (head.bodyOffset >= text.length) return false;
	const [type = ''] = findFields(text, 'content-type', head.bodyOffset);
	if (/^application\/sdp\b/i.test(type)) return true;
	return /^multipart\//i.test(type) && MULTIPART_SDP.test(text.slice(head.bodyOffset));
}

const MULTIPART_SDP = /^content-type[ \t]*:[ \t]*application\/sdp\b/im;

export function anyDialogStage(stages: readonly DialogStage[]): Condition {
	return ({ dialog, entry }) =>
		stages.includes(dialog ? dialogState(dialog, entry.at).name : 'none');
}

export function anyFinding(names: readonly string[]): Condition {
	return ({ entry }, { findingsAt }) =>
		findingsAt(entry.seq).some(({ rule, severity }) =>
			names.some((name) => rule.startsWith(name) || severity.startsWith(name))
		);
}
