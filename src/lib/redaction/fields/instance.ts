import type { Replacer } from '../replacer.ts';

/** `<urn:uuid:…>`, of which only the id itself is replaced, so that a bare id becomes the same. */
export function replaceInstance(text: string, replacer: Replacer): string {
	const [, before = '', id = '', after = ''] =
		/^(\s*<?\s*(?:urn:[\w-]+:)?)([^]*?)(\s*>?\s*)$/i.exec(text) ?? [];
	return id === '' ? text : before + replacer.value('instance', id) + after;
}
