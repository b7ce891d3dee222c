import type { RuleId } from '../../src/lib/analysis/rules/rule-id.ts';
import { callExamples } from './calls.ts';
import { connectionExamples } from './connections.ts';
import type { Example } from './example.ts';
import { mediaExamples } from './media.ts';
import { messageExamples } from './messages.ts';
import { registrationExamples } from './registrations.ts';
import { transactionExamples } from './transactions.ts';

/** At least one of each rule. */
export const examples: Record<RuleId, Example> = {
	...registrationExamples,
	...transactionExamples,
	...callExamples,
	...messageExamples,
	...mediaExamples,
	...connectionExamples
};
