import { expect, test } from 'vitest';
import { ScriptedTrace } from '../../../../../tests/scripted-trace.ts';
import { createAnalysis } from '../../analysis.ts';
import { Findings } from '../findings.ts';

/** What is said of a call whose answer has such a section. */
function saidOf(...section: readonly string[]): string[] {
	const trace = new ScriptedTrace();
	const answer = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0', ...section, ''].join('\r\n');
	trace.phone('Alice', '101').online().call('102', { callId: 'A' }).dial().answered(answer);
	const analysis = createAnalysis();
	trace.entries.forEach((entry) => analysis.ingest(entry));
	const found = new Findings(analysis).at(trace.now);
	return found.flatMap(({ rule, sentence }) => (rule === 'no-common-codec' ? [sentence] : []));
}

test('a codec that both prefer is common, by whatever number', () => {
	const section = ['m=audio 40000 UDP/TLS/RTP/SAVPF 109', 'a=rtpmap:109 OPUS/48000/2'];
	expect(saidOf(...section)).toEqual([]);
});

test('an answer that refuses the media says so, whatever codec it names', () => {
	const section = ['m=audio 0 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2'];
	expect(saidOf(...section)).toEqual([
		'The call 101 → 102 of Alice is up without sound: the answer refuses all media that were offered.'
	]);
});
