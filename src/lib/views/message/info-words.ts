import { type Info, infoCommandWords, infoResultWords } from '../../ringcentral/info.ts';

/** What an INFO asks for, or what came of it, in words; `undefined` where it is not known. */
export function infoWords({ kind, command, result }: Info): string | undefined {
	const asked = infoCommandWords(command);
	if (result === undefined) return asked && `The phone asks to ${asked}.`;
	const outcome = infoResultWords(result.code);
	if (asked === undefined || outcome === undefined) return undefined;
	const unasked = kind === 'status' ? ' Nobody had asked for it.' : '';
	return `To ${asked}: ${outcome}.${unasked}`;
}
