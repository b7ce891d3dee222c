import type { Registration } from '../../analysis/registrations/registration.ts';
import type { Phone } from '../../phone/phone.ts';
import { instanceOf } from '../../phone/profile.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';

/** The registration of a phone's instance: the last one, where the trace has several. */
export function registrationOf(
	{ profile }: Phone,
	trace: OpenTrace | undefined
): Registration | undefined {
	const instance = instanceOf(profile);
	return trace?.analysis.registrations.findLast(
		(registration) => registration.phone === profile.id && registration.instance === instance
	);
}

/** Whether the edge refused it because all places of its extension are taken: 603 Too Many Contacts. */
export function foundNoPlace(phone: Phone, trace: OpenTrace | undefined): boolean {
	return registrationOf(phone, trace)?.attempts.at(-1)?.status === 603;
}
