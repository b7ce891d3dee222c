import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { privateText } from '../../../tests/privatised.ts';
import type { Entry } from '../trace/entry.ts';
import { Redactor } from './redactor.ts';

const folder = new URL('../../../tests/fixtures/', import.meta.url);

function read(name: string): string {
	return readFileSync(new URL(name, folder), 'utf8');
}

/** A REGISTER with credentials, and an INVITE with a description and RingCentral's fields. */
test.each(['sdk-register.txt', 'invite-inbound.txt'])(
	'%s becomes what its golden file shows',
	(name) => {
		const redactor = new Redactor();
		const entry: Entry = {
			kind: 'message',
			direction: 'sent',
			seq: 0,
			at: 0,
			text: privateText(read(`frames/${name}`))
		};
		const redacted = redactor.entry(entry);
		const replaced = [...redactor.replacements].map(
			({ kind, original, pseudonym }) => `${kind}: ${original} -> ${pseudonym}\n`
		);
		const text = redacted.kind === 'message' ? (redacted.text ?? '') : '';
		expect(`${replaced.join('')}\n${text.replaceAll('\r\n', '\n')}`).toBe(
			read(`redaction/${name}`)
		);
	}
);
