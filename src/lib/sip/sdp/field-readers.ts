import {
	isSoundConnection,
	isSoundMediaField,
	isSoundOrigin,
	parseBandwidth,
	parseConnection,
	parseMediaField,
	parseOrigin
} from './fields.ts';
import { BOTH, type LineReader, MEDIA, SESSION, each, single } from './line-reader.ts';
import type { SdpProblemCode } from './problem.ts';
import type { Section } from './section.ts';

/** How the fields of a description are read, by their letters (RFC 8866 §5). */
export const FIELDS: ReadonlyMap<string, LineReader> = new Map([
	field('v', SESSION, single('version', written), '5.1', 'version-unsupported', isVersion0),
	field('o', SESSION, single('origin', parseOrigin), '5.2', 'origin-malformed', isSoundOrigin),
	field('s', SESSION, single('name', written), '5.3'),
	field('i', BOTH, kept, '5.4'),
	field('u', SESSION, kept, '5.5'),
	field('e', SESSION, kept, '5.6'),
	field('p', SESSION, kept, '5.6'),
	field(
		'c',
		BOTH,
		single('address', parseConnection),
		'5.7',
		'connection-malformed',
		isSoundConnection
	),
	field('b', BOTH, each('bandwidth', parseBandwidth), '5.8', 'bandwidth-malformed'),
	field('t', SESSION, time, '5.9', 'timing-malformed', isTiming),
	field('r', SESSION, kept, '5.10'),
	field('z', SESSION, kept, '5.11'),
	field('k', BOTH, kept, '5.12'),
	field('m', MEDIA, single('media', parseMediaField), '5.14', 'media-malformed', isSoundMediaField)
]);

function field(
	letter: string,
	levels: LineReader['levels'],
	read: LineReader['read'],
	section: string,
	code: SdpProblemCode = 'line-malformed',
	isSound: LineReader['isSound'] = () => true
): [string, LineReader] {
	return [letter, { levels, read, isSound, code, source: `RFC 8866 §${section}` }];
}

function kept(): 'kept' {
	return 'kept';
}

function written(value: string): string {
	return value;
}

function isVersion0(value: string): boolean {
	return value === '0';
}

function time(section: Section, value = ''): 'used' {
	section.times.push(value);
	return 'used';
}

function isTiming(value: string): boolean {
	return /^\d+ \d+$/.test(value);
}
