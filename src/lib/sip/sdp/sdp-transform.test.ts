import { parse } from 'sdp-transform';
import { expect, test } from 'vitest';
import { generateEntries } from '../../../../bench/generate.ts';
import { parseMessage } from '../message.ts';
import { type SdpMedia, parseSdp } from './sdp.ts';

type Section = ReturnType<typeof parse>['media'][number];

/** What both readers tell of a section, in the words of the library. */
function told(media: SdpMedia) {
	return {
		type: media.kind,
		port: media.port,
		protocol: media.protocol,
		payloads: media.formats.join(' '),
		direction: media.direction,
		setup: media.setup,
		iceUfrag: media.iceUfrag,
		icePwd: media.icePwd,
		fingerprint: media.fingerprints[0] && {
			type: media.fingerprints[0].hash,
			hash: media.fingerprints[0].value
		},
		rtcpMux: media.rtcpMux,
		candidates: media.candidates.map(
			({ foundation, component, priority, address, port, type }) => ({
				foundation,
				component,
				priority,
				ip: address,
				port,
				type
			})
		)
	};
}

function toldByLibrary({ candidates = [], ...section }: Section) {
	return {
		type: section.type,
		port: section.port,
		protocol: section.protocol,
		payloads: String(section.payloads),
		direction: section.direction,
		setup: section.setup,
		iceUfrag: section.iceUfrag && String(section.iceUfrag),
		icePwd: section.icePwd && String(section.icePwd),
		fingerprint: section.fingerprint,
		rtcpMux: section.rtcpMux !== undefined,
		candidates: candidates.map(({ foundation, component, priority, ip, port, type }) => ({
			foundation: String(foundation),
			component,
			priority,
			ip,
			port,
			type
		}))
	};
}

test('of sound descriptions, we say what sdp-transform says', () => {
	let sections = 0;
	for (const { text = '' } of generateEntries(1_000)) {
		const { body } = parseMessage(text);
		if (!body.startsWith('v=0')) continue;
		const { media, problems } = parseSdp(body);
		const library = parse(body).media;
		expect(problems).toEqual([]);
		expect(media.map(told)).toEqual(library.map(toldByLibrary));
		sections += media.length;
	}
	expect(sections).toBeGreaterThan(100);
});
