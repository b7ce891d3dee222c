import type { Severity } from '../../analysis/rules/finding.ts';

/** What a group of findings is called. */
export const GROUP_NAMES: Readonly<Record<Severity, string>> = {
	error: 'Errors',
	warning: 'Warnings',
	info: 'Explanations'
};

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
	error: ['error', 'errors'],
	warning: ['warning', 'warnings'],
	info: ['explanation', 'explanations']
};

/** `1 error`, `3 warnings`. */
export function countOf(count: number, severity: Severity): string {
	return `${count} ${NAMES[severity][count === 1 ? 0 : 1]}`;
}
