import type { Connection } from '../../analysis/connection.ts';
import { hasSucceeded } from '../../analysis/registrations/registration-attempt.ts';
import { historyOf, type StateSpan } from '../../analysis/registrations/registration-history.ts';
import type { RegistrationStateName } from '../../analysis/registrations/registration-state.ts';
import type {
	Registration,
	RegistrationAttempt
} from '../../analysis/registrations/registration.ts';
import type { Change } from '../timeline/changes.ts';
import type { TimelineMark, TimelineRow, TimelineSpan } from '../timeline/timeline.ts';
import { statusOf, toneOfState } from './registration-words.ts';

const LOOKS: Readonly<Partial<Record<RegistrationStateName, TimelineSpan['look']>>> = {
	registering: 'thin',
	registered: 'solid',
	'refresh overdue': 'solid',
	'socket lost': 'hatched',
	superseded: 'hollow',
	expired: 'thin',
	refused: 'thin',
	unanswered: 'thin'
};

type Drawn = Pick<TimelineRow, 'spans' | 'marks'>;

const drawn = new WeakMap<Registration, Drawn & { revision: number }>();

/** A registration over time: what it was, its attempts, and the sockets that carried it. */
export function registrationRow(
	registration: Registration,
	name: string,
	group: string
): TimelineRow {
	return { id: registration.id, name, group, ...drawnOf(registration) };
}

/** Made anew only when the registration has become another thing. */
function drawnOf(registration: Registration): Drawn {
	const { revision } = registration;
	const known = drawn.get(registration);
	if (known?.revision === revision) return known;
	const connections = new Set(registration.attempts.flatMap(({ connection }) => connection ?? []));
	const sockets = [...connections];
	const made = {
		revision,
		spans: [...stateSpans(registration), ...sockets.flatMap(socketSpan)].sort(
			(a, b) => a.from - b.from
		),
		marks: [...registration.attempts.map(attemptMark), ...sockets.flatMap(closeMark)].sort(
			(a, b) => a.at - b.at
		)
	};
	drawn.set(registration, made);
	return made;
}

/** A life goes on while it is refreshed: that is a mark, no gap. */
function stateSpans(registration: Registration): TimelineSpan[] {
	const lives: StateSpan[] = [];
	for (const { name, from, to } of historyOf(registration)) {
		const shown = name === 'refreshing' ? 'registered' : name;
		const last = lives.at(-1);
		if (last?.name === shown) lives[lives.length - 1] = { name: shown, from: last.from, to };
		else lives.push({ name: shown, from, to });
	}
	return lives.flatMap(({ name, from, to = Infinity }): TimelineSpan[] => {
		const look = LOOKS[name];
		if (look === undefined) return [];
		// What has expired is a gap; red is kept for what was refused.
		const tone = name === 'expired' ? 'faint' : toneOfState(name);
		return [{ from, to, track: 'main', tone, look, words: name }];
	});
}

function attemptMark(attempt: RegistrationAttempt): TimelineMark {
	const { kind, answeredAt, startedAt, final, request } = attempt;
	const done = hasSucceeded(attempt);
	const answer = final ? statusOf(attempt) : 'no answer';
	return {
		at: answeredAt ?? startedAt,
		track: 'main',
		tone: done ? (kind === 'unregister' ? 'faint' : 'good') : final ? 'bad' : 'warning',
		shape: done ? 'tick' : 'diamond',
		words: `${kind}: ${answer}`,
		many: 'attempts',
		seq: (final ?? request).entry.seq
	};
}

function socketSpan({ openedAt, closedAt = Infinity, url }: Connection): TimelineSpan[] {
	if (openedAt === undefined) return [];
	const words = url === undefined ? 'socket open' : `socket open: ${url}`;
	return [{ from: openedAt, to: closedAt, track: 'below', tone: 'faint', look: 'solid', words }];
}

function closeMark({ closedAt, closeCode }: Connection): TimelineMark[] {
	if (closedAt === undefined) return [];
	const wanted = closeCode === 1000;
	return [
		{
			at: closedAt,
			track: 'below',
			tone: wanted ? 'faint' : 'warning',
			shape: 'diamond',
			words: `socket closed, code ${closeCode ?? 'unknown'}`,
			many: 'closings'
		}
	];
}

/** When registrations became another thing, by what was seen and by time, ascending. */
export function changesOf(registrations: readonly Registration[]): Change[] {
	return registrations
		.flatMap((one) => drawnOf(one).spans)
		.filter(({ track }) => track === 'main')
		.map(({ from, tone }) => ({ at: from, bad: tone === 'bad' }))
		.sort((a, b) => a.at - b.at);
}
