import { replaceInQuery } from '../fields/url.ts';
import { type Setting, replaceFrame } from '../frame.ts';
import type { Replacer } from '../replacer.ts';
import { replaceInDescription } from './description.ts';
import { JSON_BEGINS, replaceInJson } from './json.ts';
import { replaceInMarkup } from './markup.ts';
import { replaceInParts } from './parts.ts';

/** A body by what it looks like, and then by its Content-Type, which is often wrong. */
export function replaceBody(
	body: string,
	contentType: string,
	replacer: Replacer,
	setting: Setting
): string {
	if (body === '') return body;
	const type = contentType.toLowerCase();
	if (type.includes('multipart/')) return replaceInParts(body, contentType, replacer, setting);
	if (/^\s*<[?!\w]/.test(body) || type.includes('xml')) return replaceInMarkup(body, replacer);
	if (JSON_BEGINS.test(body) || type.includes('json'))
		return replaceInJson(body, replacer, setting);
	if (/^[A-Z]+ \S+ SIP\/2\.0|^SIP\/2\.0 \d/i.test(body))
		return replaceFrame(body, replacer, setting);
	if (type.includes('form-urlencoded')) return replaceInQuery(body, replacer);
	return replaceInDescription(body, replacer);
}
