import type { MessageEntry } from '../src/lib/trace/entry.ts';
import { generateEntries } from './generate.ts';

/** What is measured with: the same in every run. */
export const entries: readonly MessageEntry[] = Array.from(generateEntries(100_000));

export const texts: readonly string[] = entries.map(({ text = '' }) => text);
