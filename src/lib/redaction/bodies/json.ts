import { NESTED, type Setting } from '../frame.ts';
import type { Replacer } from '../replacer.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceMatches } from '../text/replace-matches.ts';
import { replaceBody } from './body.ts';
import { replaceMember } from './member.ts';

/** A string, with the colon that makes it a name, or a number; the string may be cut off. */
const PARTS = /"(?<string>(?:[^"\\]|\\[^])*)(?<close>"?)(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)/g;

/** How an object or array begins, but not `[.. what people leave out ..]`. */
export const JSON_BEGINS = /^\s*(?:\{\s*["}]|\[\s*(?:[[\]{"\d-]|true|false|null))/;

/** JSON, sound or not: names and what is not a string stay, but for numbers that are dialled. */
export function replaceInJson(json: string, replacer: Replacer, setting = NESTED): string {
	let name = '';
	return replaceMatches(
		json,
		PARTS,
		({ 0: whole, groups: { string = '', close = '', colon, number } = {} }) => {
			if (number !== undefined)
				return /^\d{5,}$/.test(number) ? replaceMember(name, number, replacer) : number;
			const value = decoded(string);
			if (colon !== undefined) {
				name = value;
				return whole;
			}
			const replaced = replaceString(name, value, replacer, setting);
			return replaced === value ? whole : `"${JSON.stringify(replaced).slice(1, -1)}${close}`;
		},
		(between) => replaceInProse(between, replacer)
	);
}

/** A string may hold a message, a description or JSON again. */
function replaceString(name: string, value: string, replacer: Replacer, setting: Setting): string {
	return value.includes('\n') || /^\s*[{<[]/.test(value)
		? replaceBody(value, '', replacer, setting)
		: replaceMember(name, value, replacer);
}

function decoded(string: string): string {
	try {
		return JSON.parse(`"${string}"`) as string;
	} catch {
		return string;
	}
}
