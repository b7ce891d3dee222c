import { jsonLines } from './lines/json-lines.ts';
import { type Line, physicalLines } from './lines/line.ts';
import { type LineSection, sdpSections } from './lines/sdp-lines.ts';
import { xmlLines } from './lines/xml-lines.ts';

export interface BodySections {
	/** Bodies of one kind are compared by what they hold, others as text. */
	kind: 'sdp' | 'json' | 'xml' | 'text';
	sections: LineSection[];
}

/** What a body is by its look, since types are often missing or wrong. */
export function bodySections(body: string): BodySections {
	if (/^v=0\r?\n/.test(body)) return { kind: 'sdp', sections: sdpSections(body) };
	const json = jsonLines(body);
	if (json) return { kind: 'json', sections: [{ title: 'Body', lines: json }] };
	const xml = xmlLines(body);
	if (xml) return { kind: 'xml', sections: [{ title: 'Body', lines: xml }] };
	return { kind: 'text', sections: [{ title: 'Body', lines: textLines(body) }] };
}

export function textLines(text: string): Line[] {
	return physicalLines(text).map((line) => ({ key: '', text: line, depth: 0 }));
}
