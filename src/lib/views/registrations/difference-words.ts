import type { Difference, ViewPair } from '../../analysis/registrations/compared-views.ts';
import type { Instant } from '../../trace/instant.ts';
import { inSeconds } from './registration-words.ts';

/** What a difference means for whoever waits for a call. */
export function differenceWords(
	{ difference, belief, held }: ViewPair & { difference: Difference },
	name: string,
	now: Instant
): string {
	const holds = held === undefined ? '' : inSeconds(held.expiresAt, now);
	switch (difference) {
		case 'not held':
			return `${name} counts on a binding, but the registrar holds none: ${name} does not ring.`;
		case 'taken over':
			return `${name} counts on its binding, but another connection registered the same instance: calls ring there. ${name} may still call out.`;
		case 'still held':
			return `${name} counts on no binding, but the registrar holds one, which expires ${holds}: it takes a slot until then.`;
		case 'other expiry':
			return `The registrar lets it expire ${holds}, ${name} counts on ${belief?.expiresAt === undefined ? 'none' : inSeconds(belief.expiresAt, now)}.`;
		case 'unreachable':
			return `The registrar has lost the connection that ${name} takes for open: ${name} does not ring.`;
		case 'another device':
			return 'No phone of this trace made this binding: another device, or another page.';
	}
}
