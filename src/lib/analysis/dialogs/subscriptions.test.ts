import { describe, expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { type RequestParts, Wire } from '../../../../tests/wire.ts';
import { SECOND } from '../../trace/instant.ts';
import { dialogState } from './dialog-state.ts';
import { failureOf, outcomeOf, type Referral } from './referral.ts';
import { isExpired } from './subscription.ts';

const IN_DIALOG = { fromTag: 'a', toTag: 'b' };
const PRESENCE: RequestParts = { fields: [['Event', 'presence']] };

function notify(state: string, more: RequestParts = {}): RequestParts {
	const fields = [
		['Event', 'presence'],
		['Subscription-State', state]
	] as const;
	return { fromTag: 'b', toTag: 'a', fields, ...more };
}

/** NOTIFY of a REFER's progress. */
function told(status: string, state = 'active;expires=60', cseq = 1): RequestParts {
	const fields = [
		['Event', 'refer'],
		['Subscription-State', state],
		['Content-Type', 'message/sipfrag']
	] as const;
	return { fromTag: 'b', toTag: 'a', cseq, fields, body: `SIP/2.0 ${status}` };
}

/** A session whose user refers the peer to Carol. */
function referring(target = '<sip:carol@chicago.example.com>', cseq = 2): Wire {
	const wire = new Wire();
	wire.answer(wire.send('INVITE'), 200);
	wire.send('ACK', { ...IN_DIALOG, branch: 'z9hG4bK-ack' });
	refer(wire, target, cseq);
	return wire;
}

function refer(wire: Wire, target: string, cseq: number): void {
	const fields = [['Refer-To', target]] as const;
	wire.answer(wire.send('REFER', { ...IN_DIALOG, cseq, fields }), 202);
}

function subscriptionsOf({ entries }: Wire) {
	return analysed(entries).dialogs.flatMap(({ subscriptions }) => subscriptions);
}

function referralsOf(wire: Wire): Referral[] {
	return subscriptionsOf(wire).flatMap(({ referral }) => referral ?? []);
}

describe('SUBSCRIBE', () => {
	test('asked for, pending, active, renewed, and at last expired without a word', () => {
		const wire = new Wire();
		const states = () => subscriptionsOf(wire).map(({ state }) => state);
		const subscribe = wire.send('SUBSCRIBE', PRESENCE);
		expect(states()).toEqual([]);
		wire.answer(subscribe, 200, { fields: [['Expires', '60']] });
		expect(states()).toEqual(['requested']);
		wire.receive('NOTIFY', notify('pending;expires=60'));
		expect(states()).toEqual(['pending']);
		wire.receive('NOTIFY', notify('active;expires=59', { cseq: 2 }));
		expect(states()).toEqual(['active']);
		wire.wait(50_000);
		const again = wire.send('SUBSCRIBE', { ...PRESENCE, ...IN_DIALOG, cseq: 2 });
		wire.answer(again, 200, { fields: [['Expires', '60']] });
		const [subscription] = subscriptionsOf(wire);
		expect(subscription && isExpired(subscription, wire.now + 59 * SECOND)).toBe(false);
		expect(subscription && isExpired(subscription, wire.now + 60 * SECOND)).toBe(true);
		const [dialog, ...others] = analysed(wire.entries).dialogs;
		expect(others).toEqual([]);
		expect(dialog?.call).toBeUndefined();
		expect(dialog && dialogState(dialog, wire.now + 59 * SECOND).name).toBe('confirmed');
		expect(dialog && dialogState(dialog, wire.now + 60 * SECOND).name).toBe('terminated');
	});

	test('terminated by the notifier: its dialog ends with it', () => {
		const wire = new Wire();
		wire.answer(wire.send('SUBSCRIBE', PRESENCE), 200);
		wire.receive('NOTIFY', notify('terminated;reason=noresource'));
		expect(subscriptionsOf(wire)).toMatchObject([{ state: 'terminated', reason: 'noresource' }]);
		expect(analysed(wire.entries).dialogs[0]?.end).toMatchObject({
			reason: 'subscription ended',
			by: 'remote'
		});
	});

	test('a NOTIFY that is faster than the 2xx begins the same dialog', () => {
		const wire = new Wire();
		const subscribe = wire.send('SUBSCRIBE', PRESENCE);
		wire.receive('NOTIFY', notify('active;expires=60'));
		wire.answer(subscribe, 200);
		const { dialogs } = analysed(wire.entries);
		expect(dialogs).toMatchObject([{ creator: 'local', localTag: 'a', remoteTag: 'b' }]);
		expect(subscriptionsOf(wire)).toMatchObject([{ subscriber: 'local', state: 'active' }]);
	});

	test('a fork of subscriptions: a dialog for each that notifies', () => {
		const wire = new Wire();
		wire.answer(wire.send('SUBSCRIBE', PRESENCE), 200);
		wire.receive('NOTIFY', notify('active'));
		wire.receive('NOTIFY', notify('active', { fromTag: 'c', branch: 'z9hG4bK-c' }));
		expect(analysed(wire.entries).dialogs.map(({ remoteTag }) => remoteTag)).toEqual(['b', 'c']);
	});

	test('a NOTIFY that nobody knows of any more ends it', () => {
		const wire = new Wire();
		wire.reply(wire.receive('SUBSCRIBE', PRESENCE), 200);
		const parts = { ...notify('active'), fromTag: 'b', toTag: 'a' };
		wire.answer(wire.send('NOTIFY', parts), 481);
		expect(subscriptionsOf(wire)).toMatchObject([{ subscriber: 'remote', state: 'terminated' }]);
		expect(analysed(wire.entries).dialogs[0]?.end?.reason).toBe('subscription ended');
	});

	test('several of one dialog are told apart by their ids', () => {
		const wire = new Wire();
		const event = (id: string) => ({ fields: [['Event', `presence;id=${id}`]] as const });
		wire.answer(wire.send('SUBSCRIBE', event('1')), 200);
		wire.answer(wire.send('SUBSCRIBE', { ...event('2'), ...IN_DIALOG, cseq: 2 }), 489);
		expect(subscriptionsOf(wire).map(({ eventId, state }) => [eventId, state])).toEqual([
			['1', 'requested'],
			['2', 'refused']
		]);
	});
});

describe('REFER', () => {
	test('a transfer: asked for, accepted, under way, done', () => {
		const wire = referring();
		const outcomes = () => referralsOf(wire).map(outcomeOf);
		expect(outcomes()).toEqual(['under way']);
		wire.receive('NOTIFY', told('100 Trying'));
		wire.receive('NOTIFY', told('180 Ringing', 'active', 2));
		expect(outcomes()).toEqual(['under way']);
		wire.receive('NOTIFY', told('200 OK', 'terminated;reason=noresource', 3));
		expect(outcomes()).toEqual(['succeeded']);
		const [subscription] = subscriptionsOf(wire);
		expect(subscription).toMatchObject({ state: 'terminated', reason: 'noresource' });
		expect(subscription?.referral?.progress.map(({ status }) => status)).toEqual([100, 180, 200]);
		expect(subscription?.referral).toMatchObject({ number: 'carol', replaces: undefined });
		expect(analysed(wire.entries).dialogs[0]?.end).toBeUndefined();
	});

	test('refused at once, or by whom it was transferred to', () => {
		const wire = referring();
		wire.receive('NOTIFY', told('486 Busy Here', 'terminated'));
		const [failed] = referralsOf(wire);
		expect(failed && [outcomeOf(failed), failureOf(failed)]).toMatchObject([
			'failed',
			{ status: 486, reason: 'Busy Here' }
		]);
		const refused = new Wire();
		refused.answer(refused.send('INVITE'), 200);
		refused.answer(refused.send('REFER', { ...IN_DIALOG, cseq: 2 }), 403);
		const [referral] = referralsOf(refused);
		expect(referral && [outcomeOf(referral), failureOf(referral)]).toMatchObject([
			'failed',
			{ status: 403 }
		]);
	});

	test('attended: it names the call that is to be replaced, whatever else the URI holds', () => {
		const wire = referring(
			'"103" <sip:103@sip.example.com;transport=wss?Replaces=call-2%3Bto-tag%3Dedge%3Bfrom-tag%3Dmine&X=1>'
		);
		expect(referralsOf(wire)).toMatchObject([
			{
				uri: 'sip:103@sip.example.com;transport=wss',
				number: '103',
				replaces: { callId: 'call-2', toTag: 'edge', fromTag: 'mine', earlyOnly: false }
			}
		]);
	});

	test('two of one dialog: the CSeq number tells whose NOTIFY it is, else it is the latest one’s', () => {
		const wire = referring();
		refer(wire, '<sip:dave@denver.example.com>', 3);
		const event = (value: string) => [['Event', value]] as const;
		wire.receive('NOTIFY', { ...told('200 OK'), fields: event('refer;id=2') });
		expect(referralsOf(wire).map(({ progress }) => progress.length)).toEqual([1, 0]);
		wire.receive('NOTIFY', { ...told('200 OK'), cseq: 2, fields: event('refer') });
		expect(referralsOf(wire).map(({ progress }) => progress.length)).toEqual([1, 1]);
	});

	test('a challenged one and its retry are one', () => {
		const wire = new Wire();
		wire.answer(wire.send('INVITE'), 200);
		const first = wire.send('REFER', { ...IN_DIALOG, cseq: 2 });
		wire.answer(first, 407, { fields: [['Proxy-Authenticate', 'Digest realm="a", nonce="1"']] });
		const fields = [['Proxy-Authorization', 'Digest username="a", nonce="1"']] as const;
		wire.answer(wire.send('REFER', { ...IN_DIALOG, cseq: 3, fields }), 202);
		expect(referralsOf(wire).map(outcomeOf)).toEqual(['under way']);
	});

	test('without a subscription, where nobody wants one (RFC 4488)', () => {
		const wire = new Wire();
		wire.answer(wire.send('INVITE'), 200);
		const refer = wire.send('REFER', { ...IN_DIALOG, cseq: 2 });
		wire.answer(refer, 200, { fields: [['Refer-Sub', 'false']] });
		expect(subscriptionsOf(wire)).toMatchObject([{ state: 'terminated' }]);
	});

	test('the dialog outlives the BYE until the last of it is told', () => {
		const wire = referring();
		wire.send('BYE', { ...IN_DIALOG, cseq: 3 });
		expect(analysed(wire.entries).dialogs[0]).toMatchObject({ hasSession: false, end: undefined });
		wire.receive('NOTIFY', told('200 OK', 'terminated'));
		expect(analysed(wire.entries).dialogs[0]?.end?.reason).toBe('subscription ended');
	});

	test('NOTIFYs that say neither what of nor how it stands end with what was asked for', () => {
		const wire = referring();
		for (const [cseq, status] of ['100 Trying', '200 OK'].entries()) {
			wire.receive('NOTIFY', { ...told(status), cseq, fields: [] });
		}
		expect(subscriptionsOf(wire)).toMatchObject([
			{ state: 'terminated', notifications: { length: 2 } }
		]);
	});
});
