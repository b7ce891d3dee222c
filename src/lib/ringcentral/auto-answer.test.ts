import { expect, test } from 'vitest';
import { autoAnswerOf } from './auto-answer.ts';
import { isConference } from './conference.ts';

test.each([
	['Auto Answer', '<KyOAG0>;purpose=info;Answer-After=0', 0],
	['Auto Answer', '<KyOAG0>;purpose=info;Answer-After=2, <b>;Answer-After=9', 2],
	['Auto Answer', '<KyOAG0>;purpose=info;answer-after=2', 0],
	['Auto Answer', undefined, 0]
])('%s, %s: after %d, which the SDK takes as milliseconds', (alertInfo, callInfo, after) => {
	expect(autoAnswerOf(alertInfo, callInfo)).toEqual({ after, sdkDelayMilliseconds: after });
});

test.each([undefined, '', 'auto answer', 'Auto Answer;x', '<http://www.example.com/ring.wav>'])(
	'%s lets it ring',
	(alertInfo) => {
		expect(autoAnswerOf(alertInfo, ';Answer-After=0')).toBeUndefined();
	}
);

test('a conference is known by its user name', () => {
	expect(isConference('conf_6505550100')).toBe(true);
	expect(isConference('16505550100*101')).toBe(false);
});
