import { parseInfo, type Info } from '../../ringcentral/info.ts';
import { parseRcMessage, type RcMessage } from '../../ringcentral/rc-message.ts';
import { parseIceFragment, type IceFragment } from '../../sip/sdp/ice-fragment.ts';
import { parseSdp, type Sdp } from '../../sip/sdp/sdp.ts';

/** A body, read by what it is. */
export type Body =
	| { kind: 'sdp'; sdp: Sdp; text: string }
	| { kind: 'ice'; fragment: IceFragment }
	| { kind: 'command'; command: RcMessage }
	/** `text` is indented; `info` where it is one of RingCentral's INFO bodies. */
	| { kind: 'json'; text: string; info?: Info }
	| { kind: 'text'; text: string };

/** `undefined` where there is no body. What cannot be read as its type says is shown as text. */
export function readBody(contentType: string, body: string): Body | undefined {
	if (body.trim() === '') return undefined;
	const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (type === 'application/sdp' || /^v=0\r?\n/.test(body)) {
		const sdp = parseSdp(body);
		if (sdp.media.length > 0) return { kind: 'sdp', sdp, text: body };
	}
	if (type === 'application/trickle-ice-sdpfrag') {
		const fragment = parseIceFragment(body);
		if (fragment) return { kind: 'ice', fragment };
	}
	const command = parseRcMessage(body);
	if (command) return { kind: 'command', command };
	if (type.endsWith('json') || /^\s*[{[]/.test(body)) {
		const text = indented(body);
		if (text !== undefined) return { kind: 'json', text, info: parseInfo(body) };
	}
	return { kind: 'text', text: body };
}

function indented(json: string): string | undefined {
	try {
		return JSON.stringify(JSON.parse(json), null, '  ');
	} catch {
		// Broken JSON is still a body: it is shown as it came.
		return undefined;
	}
}

const TITLES: Readonly<Record<Body['kind'], string>> = {
	sdp: 'SDP',
	ice: 'ICE',
	command: 'Command',
	json: 'JSON',
	text: 'Body'
};

export function bodyTitle(body: Body): string {
	return TITLES[body.kind];
}
