import type { Command } from 'commander';
import {
	registrationState,
	type RegistrationState,
	type RegistrationStateName
} from '../../lib/analysis/registrations/registration-state.ts';
import type { Registration } from '../../lib/analysis/registrations/registration.ts';
import type { Instant } from '../../lib/trace/instant.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import type { Look } from '../output/style.ts';
import type { Column } from '../output/table.ts';
import { localTime, spansDays } from '../output/times.ts';
import { seenBy } from '../records/message-record.ts';
import { registrationRecord } from '../records/registration-record.ts';
import {
	leftOf,
	printList,
	readingCommand,
	traceFor,
	type ReadingFlags
} from './reading-command.ts';

export function addRegistrations(program: Command): void {
	readingCommand(
		program,
		'registrations',
		'the registrations, as they stand when the trace ends'
	).action(async (file: string, flags: ReadingFlags) => {
		const trace = await traceFor(file, flags);
		const { registrations } = trace.analysis;
		await printList(
			leftOf(registrations, trace, ({ registration }) => registration),
			flags,
			{
				record: (registration) => registrationRecord(registration, trace),
				columns: columnsFor(trace)
			}
		);
	});
}

function columnsFor(trace: ReadTrace): Column<Registration>[] {
	const { end } = trace;
	const withDay = spansDays(trace.entries[0]?.at ?? 0, end);
	const state = (registration: Registration) => registrationState(registration, end);
	const time = (at: Instant | undefined) => (at === undefined ? '' : localTime(at, withDay));
	return [
		{ title: 'ADDRESS-OF-RECORD', cell: ({ addressOfRecord }) => addressOfRecord },
		{ title: 'PHONE', cell: (one) => seenBy(one, trace).phone ?? '' },
		{ title: 'INSTANCE', cell: ({ instance = '' }) => instance, look: () => 'faint' },
		{ title: 'STATE', cell: (one) => state(one).name, look: (one) => LOOKS[state(one).name] },
		{ title: 'SINCE', cell: (one) => time(state(one).since) },
		{ title: 'EXPIRES', cell: (one) => time(state(one).expiresAt) },
		{ title: 'TRIES', right: true, cell: ({ attempts }) => String(attempts.length) },
		{ title: 'ANSWER', cell: (one) => answerOf(state(one)) }
	];
}

const LOOKS: Readonly<Record<RegistrationStateName, Look>> = {
	registering: 's1',
	unanswered: 'error',
	registered: 's2',
	refreshing: 's2',
	'refresh overdue': 'warning',
	expired: 'error',
	unregistered: 'faint',
	refused: 'error',
	'socket lost': 'warning',
	superseded: 'warning'
};

/** `603 Too Many Contacts`; `''` while there is none. */
function answerOf({ status, reason = '' }: RegistrationState): string {
	return status === undefined ? '' : `${status} ${reason}`.trim();
}
