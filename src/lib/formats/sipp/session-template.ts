import { literal } from './literal.ts';

/** Addresses and ports that say nothing: whoever describes a session so tells the real ones later. */
const NOWHERE = new Set(['0.0.0.0', '::']);
const DISCARD = new Set(['0', '9']);

/** A session description with SIPp's own addresses and ports in the place of those that it had. */
export function sessionTemplate(body: string): string[] {
	let sections = 0;
	return body
		.split(/\r\n|\r|\n/)
		.filter((line, index, lines) => line !== '' || index < lines.length - 1)
		.map((line) => {
			const media = /^(m=\S+ )(\d+)( .*)$/s.exec(line);
			if (media) return mediaLine(media, 2 * sections++);
			const [, lead = '', address = ''] =
				/^((?:o=\S+ \S+ \S+|c=)(?: ?)IN) IP[46] (\S+)$/.exec(line) ?? [];
			if (lead === '' || NOWHERE.has(address)) return literal(line);
			const owner = line.startsWith('o=') ? 'local' : 'media';
			return `${literal(lead)} IP[${owner}_ip_type] [${owner}_ip]`;
		});
}

function mediaLine(
	[line, lead = '', port = '', rest = '']: RegExpExecArray,
	offset: number
): string {
	if (DISCARD.has(port)) return literal(line);
	const own = offset === 0 ? '[media_port]' : `[media_port+${offset}]`;
	return literal(lead) + own + literal(rest);
}
