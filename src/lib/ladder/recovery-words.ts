import type { RecoveryStep } from '../trace/entry.ts';
import type { MarkWords } from './mark-words.ts';

/** Words for what a phone does to stay registered. */
export function recoveryWords(step: RecoveryStep): MarkWords {
	switch (step.step) {
		case 'offline':
			return { label: 'offline', note: 'the browser says so' };
		case 'begin':
			return { label: 'recovery begins', note: step.cause };
		case 'check':
			return { label: 'recovery checks', note: 'registers over the socket that it has' };
		case 'wait':
			return { label: `attempt ${step.attempt} in ${step.seconds} s`, note: via(step.proxy) };
		case 'attempt':
			return { label: `recovery, attempt ${step.attempt}`, note: via(step.proxy) };
		case 'fail':
			return { label: `attempt ${step.attempt} failed`, note: step.status?.toString() ?? '' };
		case 'registered':
			return { label: 'recovered', note: '' };
		case 'give-up':
			return { label: 'recovery gives up', note: `refused with ${step.status}` };
		case 're-invite':
			return { label: 'recovery, re-INVITE', note: step.held ? 'stays on hold' : '' };
	}
}

const via = (proxy: 'primary' | 'backup') => (proxy === 'backup' ? 'via the backup proxy' : '');
