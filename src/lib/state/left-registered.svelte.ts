import { createAnalysis } from '../analysis/analysis.ts';
import { registrationState } from '../analysis/registrations/registration-state.ts';
import { now } from '../capture/clock.ts';
import { isInstanceInUse } from '../phone/instance-lock.ts';
import type { Instant } from '../trace/instant.ts';
import { SECOND } from '../trace/instant.ts';
import type { StoredTrace, TraceStore } from '../storage/trace-store.ts';
import type { Entry } from '../trace/entry.ts';
import { nextSlice } from './slice.ts';
import { storage } from './storage.svelte.ts';

/** A binding that an earlier page registered, never unregistered, and that has not expired yet. */
export interface LeftRegistered {
	/** The phone's id. */
	phone: string;
	name: string;
	addressOfRecord: string;
	instance: string;
	expiresAt: Instant;
}

/** Traces that ended longer ago cannot hold a binding that still counts: edges grant a minute. */
const RECENT = 3600 * SECOND;

/** Entries of the end of a trace: at a thousand a second, a minute and a half. */
const MOST_READ = 100_000;

const STILL_COUNTED = new Set(['registered', 'refreshing', 'refresh overdue', 'socket lost']);

/** What is still registered from a page that was closed, reloaded or killed; the evidence tells. */
class LeftRegisteredList {
	list = $state.raw<readonly LeftRegistered[]>([]);

	/** Never rejects: of traces that cannot be read nothing is known. */
	async load(): Promise<void> {
		const opened = await storage.open();
		this.list = opened.ok ? await leftRegisteredIn(opened.traces).catch(() => []) : [];
	}
}

async function leftRegisteredIn(traces: TraceStore): Promise<LeftRegistered[]> {
	const since = now() - RECENT;
	const recent = (await traces.list()).filter(
		(trace) => trace.source === 'live' && trace.updatedAt >= since
	);
	const bindings = new Map<string, LeftRegistered>();
	for (const trace of recent.sort((a, b) => a.createdAt - b.createdAt))
		await collect(traces, trace, bindings);
	const left = await Promise.all([...bindings.values()].map(withoutPhone));
	return left.flat().filter((binding) => binding.expiresAt > now());
}

/** Nothing of a binding whose phone still runs, in this tab or another. */
async function withoutPhone(binding: LeftRegistered): Promise<LeftRegistered[]> {
	return (await isInstanceInUse(binding.addressOfRecord, binding.instance)) ? [] : [binding];
}

/** Later traces overrule earlier ones: the same instance may since have unregistered. */
async function collect(
	traces: TraceStore,
	trace: StoredTrace,
	bindings: Map<string, LeftRegistered>
): Promise<void> {
	const analysis = createAnalysis();
	for await (const entries of telling(traces, trace)) {
		for (const entry of entries) analysis.ingest(entry);
		await nextSlice();
	}
	for (const registration of analysis.registrations) {
		const { phone, instance, addressOfRecord } = registration;
		if (phone === undefined || instance === undefined) continue;
		const { name, expiresAt } = registrationState(registration, now());
		if (!STILL_COUNTED.has(name) || expiresAt === undefined) bindings.delete(registration.id);
		else
			bindings.set(registration.id, {
				phone,
				name: analysis.phones.get(phone)?.name ?? phone,
				addressOfRecord,
				instance,
				expiresAt
			});
	}
}

/**
 * What of a trace tells how it ended: its end, where each phone has just refreshed, and its beginning,
 * where phones were named.
 */
async function* telling(traces: TraceStore, { id, lastSeq }: StoredTrace): AsyncGenerator<Entry[]> {
	const endBegins = lastSeq - MOST_READ;
	if (endBegins > 0) {
		for await (const entries of traces.read(id)) {
			yield entries.filter(({ seq }) => seq < endBegins);
			break;
		}
	}
	yield* traces.read(id, Math.max(0, endBegins));
}

export const leftRegistered = new LeftRegisteredList();
