import type { Analysis } from '../../analysis/analysis.ts';
import { describeCall } from '../../analysis/calls/call-summary.ts';
import { timesOf } from '../../analysis/calls/call-times.ts';
import { registrationState } from '../../analysis/registrations/registration-state.ts';
import { RULES } from '../../analysis/rules/rules.ts';
import type { Finding } from '../../analysis/rules/finding.ts';
import { callName, lapse, phoneName } from '../../analysis/rules/words.ts';
import type { Duration } from '../../trace/instant.ts';
import type { AnalysedTrace } from '../analysed-trace.ts';
import { utcTime } from '../utc-time.ts';
import { count } from './ladder-picture.ts';

/** No list of a report is longer. */
export const MOST_LINES = 500;

/** What a report says before it shows messages. All of it is text, some of it from the wire. */
export interface Summary {
	readonly title: string;
	readonly facts: readonly (readonly [name: string, value: string])[];
	readonly findings: readonly ToldFinding[];
	readonly calls: Table;
	readonly registrations: Table;
	readonly phones: Table;
	/** What of these is too much to be listed, in sentences. */
	readonly leftOut: readonly string[];
}

export interface ToldFinding extends Pick<
	Finding,
	'severity' | 'sentence' | 'advice' | 'source' | 'evidence'
> {
	readonly title: string;
}

export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly TableRow[];
}

export interface TableRow {
	readonly cells: readonly string[];
	/** Seq of the message that it begins with. */
	readonly first: number | undefined;
}

export function summaryOf(trace: AnalysedTrace): Summary {
	const { analysis, findings } = trace;
	const lists = [
		leftOut('findings', findings),
		leftOut('calls', analysis.calls),
		leftOut('registrations', analysis.registrations)
	];
	return {
		title: trace.header.name,
		facts: factsOf(trace),
		findings: findings.slice(0, MOST_LINES).map(toldFinding),
		calls: callsOf(trace),
		registrations: registrationsOf(trace),
		phones: phonesOf(analysis),
		leftOut: lists.filter((words) => words !== '')
	};
}

function leftOut(what: string, { length }: readonly unknown[]): string {
	if (length <= MOST_LINES) return '';
	return `The first ${count(MOST_LINES)} ${what} of ${count(length)} are here.`;
}

function factsOf({ header, entries, analysis, end }: AnalysedTrace): [string, string][] {
	const { sipscope, sdk, browser } = header.versions;
	const [first] = entries;
	const facts: [string, string | undefined][] = [
		['From', first && `${shortUtc(first.at)} UTC`],
		['To', first && `${shortUtc(end)} UTC`],
		['Messages', count(analysis.messages.length)],
		['Sipscope', sipscope],
		['ringcentral-web-phone', sdk],
		['Browser', browser]
	];
	return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

const TITLES = new Map(RULES.map(({ id, title }) => [id, title]));

function toldFinding(finding: Finding): ToldFinding {
	const { severity, sentence, advice, source, evidence, rule } = finding;
	return { severity, sentence, advice, source, evidence, title: TITLES.get(rule) ?? rule };
}

function callsOf({ analysis, end }: AnalysedTrace): Table {
	return {
		columns: ['Call', 'Phone', 'Began (UTC)', 'Outcome', 'Rang', 'Set up in', 'Talked', 'Call-ID'],
		rows: analysis.calls.slice(0, MOST_LINES).map((call) => {
			const { ringTime, setupTime, talkTime } = timesOf(call);
			return {
				cells: [
					callName(call),
					phoneName(call, analysis),
					shortUtc(call.startedAt),
					describeCall(call, analysis.connections, end),
					duration(ringTime),
					duration(setupTime),
					duration(talkTime),
					call.callId
				],
				first: call.messages[0]?.entry.seq
			};
		})
	};
}

function registrationsOf({ analysis, end }: AnalysedTrace): Table {
	return {
		columns: [
			'Address-of-record',
			'Phone',
			'Instance',
			'State at the end',
			'Answer',
			'Expires (UTC)'
		],
		rows: analysis.registrations.slice(0, MOST_LINES).map((registration) => {
			const { name, status, reason, expiresAt } = registrationState(registration, end);
			return {
				cells: [
					registration.addressOfRecord,
					phoneName(registration, analysis),
					registration.instance ?? '',
					name,
					status === undefined ? '' : `${status} ${reason ?? ''}`.trim(),
					expiresAt === undefined ? '' : shortUtc(expiresAt)
				],
				first: registration.messages[0]?.entry.seq
			};
		})
	};
}

function phonesOf({ phones }: Analysis): Table {
	return {
		columns: ['Phone', 'Extension', 'Address-of-record', 'Instances'],
		rows: [...phones.values()]
			.slice(0, MOST_LINES)
			.map(({ name, extension, addressOfRecord, instances }) => ({
				cells: [name, extension ?? '', addressOfRecord, instances.join(', ')],
				first: undefined
			}))
	};
}

/** `2026-05-28 20:26:40.123`. */
export function shortUtc(at: number): string {
	return utcTime(at).slice(0, 23).replace('T', ' ');
}

function duration(time: Duration | undefined): string {
	return time === undefined ? '' : lapse(time);
}
