import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { type RequestParts, Wire } from '../../../../tests/wire.ts';
import { authenticationRounds, challengeKind } from './authentication.ts';

function register(cseq: number, nonce?: string, parts: RequestParts = {}): RequestParts {
	const credentials = `Digest username="bob", realm="biloxi.example.com", nonce="${nonce}", response="00"`;
	return {
		cseq,
		callId: 'register@client.example.com',
		...parts,
		fields: nonce === undefined ? [] : [['Authorization', credentials]]
	};
}

function challenge(nonce: string, more = '') {
	const value = `Digest realm="biloxi.example.com", nonce="${nonce}"${more}`;
	return { fields: [['WWW-Authenticate', value] as const] };
}

function kindsOf(wire: Wire) {
	return analysed(wire.entries).transactions.map(challengeKind);
}

/** Of each transaction, the ids of its attempt's rounds. */
function roundsOf(wire: Wire): string[] {
	return analysed(wire.entries).transactions.map((transaction) =>
		authenticationRounds(transaction)
			.map(({ id }) => id)
			.join(' ')
	);
}

test('challenged, told, refused: the first 401 says nothing, the second that the password is wrong', () => {
	const wire = new Wire();
	wire.answer(wire.send('REGISTER', register(1)), 401, challenge('one'));
	wire.answer(wire.send('REGISTER', register(2, 'one')), 401, challenge('two'));
	expect(kindsOf(wire)).toEqual(['first', 'refused credentials']);
	expect(roundsOf(wire)).toEqual(['0 1', '0 1']);
});

test('a stale nonce is another round of the attempt, whether the server says so or not', () => {
	for (const more of ['', ', stale=TRUE']) {
		const wire = new Wire();
		wire.answer(wire.send('REGISTER', register(1, 'cached')), 401, challenge('one', more));
		wire.answer(wire.send('REGISTER', register(2, 'one')), 200);
		expect(kindsOf(wire)).toEqual(['stale nonce', undefined]);
		expect(roundsOf(wire)).toEqual(['0 1', '0 1']);
	}
	const wire = new Wire();
	wire.answer(wire.send('REGISTER', register(1)), 401, challenge('one'));
	wire.answer(wire.send('REGISTER', register(2, 'one')), 401, challenge('two', ', stale=true'));
	wire.answer(wire.send('REGISTER', register(3, 'two')), 200);
	expect(kindsOf(wire)).toEqual(['first', 'stale nonce', undefined]);
	expect(roundsOf(wire)).toEqual(['0 1 2', '0 1 2', '0 1 2']);
});

test('the proxy’s challenge and then the registrar’s are both the first of theirs', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 407, { fields: [['Proxy-Authenticate', 'Digest realm="p", nonce="1"']] });
	const forProxy = ['Proxy-Authorization', 'Digest username="a", realm="p", nonce="1"'] as const;
	const second = wire.send('INVITE', { cseq: 2, fields: [forProxy] });
	wire.answer(second, 401, { fields: [['WWW-Authenticate', 'Digest realm="s", nonce="2"']] });
	const forServer = ['Authorization', 'Digest username="a", realm="s", nonce="2"'] as const;
	wire.answer(wire.send('INVITE', { cseq: 3, fields: [forProxy, forServer] }), 180);
	expect(kindsOf(wire)).toEqual(['first', 'first', undefined]);
	expect(roundsOf(wire)).toEqual(['0 1 2', '0 1 2', '0 1 2']);
});

test('a retry with another Call-ID is known by the nonce', () => {
	const wire = new Wire();
	wire.answer(wire.send('REGISTER', register(1)), 401, challenge('one'));
	wire.send('REGISTER', register(1, 'other', { callId: 'unrelated', branch: 'z9hG4bK-1' }));
	wire.send('REGISTER', register(1, 'one', { callId: 'changed', branch: 'z9hG4bK-2' }));
	expect(roundsOf(wire)).toEqual(['0 2', '1', '0 2']);
});

test('a retry that counts CSeq on not at all, with the same branch, is a retry', () => {
	const wire = new Wire();
	const first = wire.send('REGISTER', register(1));
	wire.see('sent', first);
	wire.answer(first, 401, challenge('one'));
	wire.answer(wire.send('REGISTER', register(1, 'one')), 200);
	const { transactions, messages } = analysed(wire.entries);
	expect(transactions.map(({ final }) => final?.head.status)).toEqual([401, 200]);
	expect(messages.map(({ retransmissionOf }) => retransmissionOf !== undefined)).toEqual([
		...[false, true, false, false, false]
	]);
	expect(roundsOf(wire)).toEqual(['0 1', '0 1']);
});

test('a new request without credentials answers no challenge; other methods neither', () => {
	const wire = new Wire();
	wire.answer(wire.send('REGISTER', register(1)), 401, challenge('one'));
	wire.send('REGISTER', register(2));
	wire.send('MESSAGE', register(3, 'one'));
	expect(roundsOf(wire)).toEqual(['0', '1', '2']);
});

test('who challenges sees the same', () => {
	const wire = new Wire();
	wire.reply(wire.receive('REGISTER', register(1)), 401, challenge('one'));
	wire.reply(wire.receive('REGISTER', register(2, 'one')), 200);
	expect(roundsOf(wire)).toEqual(['0 1', '0 1']);
});
