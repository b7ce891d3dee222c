import type { Instant } from '../../trace/instant.ts';
import { formatSinceStart } from '../time/time-format.ts';
import type { InstanceGroup, InstanceRow } from './instance-groups.ts';
import { describeState, formatCountdown, inSeconds } from './registration-words.ts';

/** The slots of all addresses-of-record as text, for a report; the same as the board shows. */
export function printBoard(groups: readonly InstanceGroup[], now: Instant, start: Instant): string {
	const board = groups.map((group) => printGroup(group, now, start)).join('\n\n');
	return `At ${formatSinceStart(now - start)}\n\n${board}\n`;
}

function printGroup(group: InstanceGroup, now: Instant, start: Instant): string {
	const { extension, addressOfRecord, taken, unconfirmed, others, free, slots } = group;
	const held = [...taken, ...unconfirmed].map((row, index) => [
		`${index + 1}  ${line(row, now)}`,
		...facts(row, now, start).map((fact) => `   ${fact}`)
	]);
	const empty = Array.from({ length: free }, (_, index) => [
		`${taken.length + unconfirmed.length + index + 1}  free`
	]);
	const rest = others.map((row) => [
		`-  ${line(row, now)}`,
		...facts(row, now, start).map((fact) => `   ${fact}`)
	]);
	const head = `${extension}  ${addressOfRecord}  ${taken.length} of ${slots} slots${whenFree(group, now)}`;
	return [head, ...[...held, ...empty, ...rest].flat()].join('\n');
}

/** When all are taken: `, the next one frees in 0:42, if nobody refreshes`. */
export function whenFree({ free, nextFreesAt, unconfirmed }: InstanceGroup, now: Instant): string {
	if (free > 0 || unconfirmed.length > 0 || nextFreesAt === undefined) return '';
	return `, the next one frees in ${formatCountdown(nextFreesAt, now)}, if nobody refreshes`;
}

function line({ name, state, expiresAt, toldBy }: InstanceRow, now: Instant): string {
	if (state) return `${name}: ${describeState(state, now)}`;
	const told = toldBy === undefined ? '' : 'told by the registrar · ';
	return `${name}: ${told}${deviceWords(expiresAt ?? now, now)}`;
}

/** Of a device that no phone of the trace is. */
export function deviceWords(expiresAt: Instant, now: Instant): string {
	return expiresAt > now
		? `expires ${inSeconds(expiresAt, now)} unless refreshed`
		: `expired ${inSeconds(expiresAt, now)}, unless it was refreshed since`;
}

function facts(row: InstanceRow, now: Instant, start: Instant): string[] {
	const { instance, contact, state, since, superseded, refusal, keptOut } = row;
	const { askedSeconds, grantedSeconds } = state ?? {};
	const holders = refusal?.holders.map(({ name }) => name) ?? [];
	if (refusal && refusal.unseen > 0) holders.push(`${refusal.unseen} not in this trace`);
	return [
		instance && `instance ${instance}`,
		contact && `contact ${contact}`,
		since !== undefined && `since ${formatSinceStart(since - start)}`,
		grantedSeconds !== undefined && `granted ${grantedSeconds} s of ${askedSeconds} s asked`,
		holders.length > 0 && `held then by ${holders.join(', ')}`,
		keptOut.length > 0 && `kept out ${keptOut.map(({ name }) => name).join(', ')}`,
		...superseded.map((one) => `in its slot: ${line(one, now)}`)
	].filter((fact) => typeof fact === 'string');
}
