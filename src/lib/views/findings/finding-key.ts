import type { Finding } from '../../analysis/rules/finding.ts';

/** Tells findings of a list apart, and knows them again when there are more. */
export function keyOf({ rule, evidence, sentence }: Finding): string {
	return `${rule} ${evidence.join()} ${sentence}`;
}
