import type { Line } from './line.ts';

/** Strings, or what a line may end after or begin with; white space after an end goes with it. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{[,]\s*|[}\]]/gs;

/**
 * JSON by its members and elements, whatever its white space: each has its path as key. `undefined`
 * where it is none.
 */
export function jsonLines(body: string): Line[] | undefined {
	if (!isJson(body)) return undefined;
	const lines: Line[] = [];
	const path: string[] = [];
	let closed = '';
	let start = 0;
	const cut = (end: number) => {
		const text = body.slice(start, end);
		start = end;
		if (text === '') return;
		const name = /^\s*[}\]]/.test(text) ? `${closed}}` : memberName(text);
		lines.push({ key: [...path, name].join('/'), text, depth: path.length });
	};
	for (const { 0: token, index } of body.matchAll(TOKENS)) {
		if (token.startsWith('"')) continue;
		if (/^[}\]]/.test(token)) {
			cut(index);
			closed = path.pop() ?? '';
			continue;
		}
		const name = memberName(body.slice(start, index));
		cut(index + token.length);
		if (!token.startsWith(',')) path.push(name);
	}
	cut(body.length);
	return lines;
}

/** The member that a line is, or whose value it opens; `''` for an element of an array. */
function memberName(text: string): string {
	return /^\s*"((?:[^"\\]|\\.)*)"\s*:/s.exec(text)?.[1] ?? '';
}

function isJson(body: string): boolean {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null;
	} catch {
		// Then it is compared as text.
		return false;
	}
}
