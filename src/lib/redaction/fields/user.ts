import { isConference } from '../../ringcentral/conference.ts';
import type { Replacer } from '../replacer.ts';
import { withMarksOf } from '../text/marks.ts';
import { isWrittenNumber } from '../text/phone-number.ts';
import { replaceMatches } from '../text/replace-matches.ts';

/** The user part of a URI as it is written there, escapes and parameters included. */
export function replaceUser(written: string, replacer: Replacer): string {
	const semicolon = written.indexOf(';');
	if (semicolon > 0) {
		const tail = replacer.rest(written.slice(semicolon));
		return replaceUser(written.slice(0, semicolon), replacer) + tail;
	}
	const user = decoded(written);
	const replaced = replaceUserName(user, replacer);
	return replaced === user
		? replacer.rest(written)
		: withMarksOf(written, escapedLike(written, replaced));
}

/**
 * A user name, or whatever is dialled: number, extension, `number*extension`, the token of a conference
 * or a name. Feature codes (`*83`) and RingCentral's agents (`#996016`) are nobody's.
 */
export function replaceUserName(user: string, replacer: Replacer): string {
	if (/^\*\d{1,3}$|^#|^\W*$/.test(user)) return replacer.rest(user);
	if (isWrittenNumber(user)) return replacer.value('number', user);
	if (/^\d+$/.test(user)) return replacer.value(user.length < 7 ? 'extension' : 'number', user);
	if (isConference(user)) return `conf_${replacer.value('token', user.slice('conf_'.length))}`;
	return NUMBER_WITHIN.test(user) ? replaceParts(user, replacer) : replacer.value('user', user);
}

/** Not the digits of a UUID. */
const NUMBER_WITHIN = /(?<![A-Za-z\d])\+?\d{7,}(?![A-Za-z\d])/;

/** What edges and clients write before the number of a phone. */
const OWN_WORDS = /^(?:webphone|softphone|phone|ext)$/i;
const PARTS =
	/(?<number>\+?\d{7,})|(?<=\*)(?<extension>\d{1,6})(?![\dA-Za-z])|(?<word>[A-Za-z\d]+)/g;

/** Such as `webphone-16505550112*101-800141260005`. */
function replaceParts(user: string, replacer: Replacer): string {
	return replaceMatches(
		user,
		PARTS,
		({ groups: { number, extension, word = '' } = {} }) => {
			if (number) return replacer.value('number', number);
			if (extension) return replacer.value('extension', extension);
			return OWN_WORDS.test(word) ? word : replacer.value('user', word);
		},
		(between) => replacer.rest(between)
	);
}

function decoded(text: string): string {
	try {
		return text.includes('%') ? decodeURIComponent(text) : text;
	} catch {
		return text;
	}
}

/** Escaped where it must be, and where the original was. */
function escapedLike(written: string, user: string): string {
	const escaped = encodeURIComponent(user).replaceAll('%20', written.includes('%20') ? '%20' : ' ');
	return /%2b/i.test(written) ? escaped : escaped.replaceAll('%2B', '+');
}
