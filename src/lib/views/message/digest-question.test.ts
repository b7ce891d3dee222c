import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { digestQuestion } from './digest-question.ts';
import { verdictWords } from './digest-words.ts';

test('credentials with the challenge that they answer, and what came of them', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	alice.register({ status: 401 });
	const { messages } = analysed(trace.entries);
	const questions = messages.flatMap((message) => digestQuestion(message) ?? []);
	const [question] = questions;
	const nonces = [question?.credentials, question?.challenge].map((of) =>
		of?.parameters.get('nonce')
	);
	expect(nonces[0]).toBeTruthy();
	expect(nonces[0]).toBe(nonces[1]);
	expect(question?.method).toBe('REGISTER');
	expect(questions.some(({ renewed }) => renewed !== undefined)).toBe(true);
	expect(
		messages.filter(({ head }) => head.kind === 'response').map(digestQuestion)
	).not.toContainEqual(expect.anything());
});

test('verdicts in words', () => {
	expect(verdictWords({ verdict: 'right', notes: ['no-qop'] })).toMatchObject({ tone: 'good' });
	expect(verdictWords({ verdict: 'right', notes: ['refused'] })).toMatchObject({ tone: 'bad' });
	const realm = { verdict: 'wrong-realm', digested: 'a', told: 'a', asked: 'b' } as const;
	expect(verdictWords(realm).more).toEqual(['It says realm “a”, the server asked for “b”.']);
	expect(verdictWords({ ...realm, digested: 'c' }).more).toEqual([
		'Realm “c” was digested, “a” is told, “b” was asked for.'
	]);
	expect(verdictWords({ verdict: 'incomplete', missing: ['nonce', 'uri'] })).toMatchObject({
		tone: 'unknown',
		title: 'It cannot be computed without nonce, uri'
	});
});
