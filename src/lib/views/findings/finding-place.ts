import type { Analysis } from '../../analysis/analysis.ts';
import type { Registration } from '../../analysis/registrations/registration.ts';
import type { Finding } from '../../analysis/rules/finding.ts';
import { extensionOf } from '../../ringcentral/extension.ts';
import { parseUri } from '../../sip/uri.ts';
import type { Where } from '../../state/where.ts';
import { titleOf } from '../calls/conversation-words.ts';

/** What a finding is about, and where that is shown. */
export interface FindingPlace {
	/** `101 → 102`, `Alice · 101`. */
	text: string;
	/** All of it: a Call-ID, an address-of-record. */
	title: string;
	where: Partial<Where>;
}

/** `undefined` where it is about no call and no registration. */
export function placeOf(
	{ call, registration, evidence }: Finding,
	analysis: Analysis
): FindingPlace | undefined {
	if (call) {
		const { conversation, callId } = call;
		const message = evidence.findLast((seq) => analysis.messageAt(seq)?.call === call);
		const where = { view: 'ladder', conversation: conversation.id, message } as const;
		return { text: titleOf(conversation), title: `Call-ID ${callId}: show its ladder`, where };
	}
	if (registration === undefined) return undefined;
	const { addressOfRecord } = registration;
	const text = registrationName(registration, analysis);
	return { text, title: `${addressOfRecord}: show its registrations`, where: REGISTRATIONS };
}

const REGISTRATIONS = { view: 'registrations' } as const;

function registrationName({ phone, addressOfRecord }: Registration, { phones }: Analysis): string {
	const user = parseUri(addressOfRecord)?.user ?? addressOfRecord;
	const name = phone === undefined ? undefined : phones.get(phone)?.name;
	return [name, extensionOf(user) ?? user].filter(Boolean).join(' · ');
}
