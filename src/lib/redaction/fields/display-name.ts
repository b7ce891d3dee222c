import type { Replacer } from '../replacer.ts';
import { isWrittenNumber } from '../text/phone-number.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceUserName } from './user.ts';

/** What a display name says: a person, but often a number, or `user@host` (the SDK's Refer-To). */
export function replaceDisplayName(name: string, replacer: Replacer): string {
	if (/^\W*$/u.test(name) && !/[^\0-\x7f]/.test(name)) return replacer.rest(name);
	if (isWrittenNumber(name) || /^\+?\d+(?:\*\d+)?$/.test(name))
		return replaceUserName(name, replacer);
	if (/^\S+@\S+$/.test(name) || /^sips?:/i.test(name)) return replaceInProse(name, replacer);
	return replacer.value('name', name.replace(/\s*\r?\n\s+/g, ' '));
}
