import { parseContacts } from '../../../sip/fields/contact.ts';
import { headers } from '../../../sip/message.ts';
import { parseUri } from '../../../sip/uri.ts';
import type { Account } from '../../accounts.ts';
import { Conversation } from './conversation.ts';
import { Dialling } from './dialling.ts';
import type { Edge } from '../edge.ts';
import type { Answer, Exchange, HeaderTuple } from '../transaction/exchange.ts';
import { Leg } from './leg.ts';
import { refusalOf } from '../network/destination-end.ts';
import { callerIdOf, destinationOf, type Destination } from '../network/number-plan.ts';
import { contactOf } from '../transaction/outgoing.ts';

/** RFC 3261 §13.3.1.4: 64 times T1 without an ACK, and the call is given up. */
const LONGEST_WAIT_FOR_ACK = 32_000;

/** A phone calls: challenged once, then usually answered at once, before the callee even rings. */
export async function placeCall(edge: Edge, exchange: Exchange): Promise<void> {
	exchange.trying();
	const { connection } = exchange;
	const account = connection.account;
	if (!account || !edge.registrar.mayCall(account, connection.id)) {
		return exchange.answer(403);
	}
	const uri = parseUri(exchange.request.uri);
	const realm = uri?.host ?? '';
	const credentials = exchange.header('Proxy-Authorization') || undefined;
	const proof = edge.gate.verify(connection, 'INVITE', realm, credentials);
	if (!proof.account) {
		const challenge = edge.gate.challenge(connection, realm, proof.stale);
		return exchange.answer(407, { headers: [['Proxy-Authenticate', challenge]] });
	}
	if (proof.account !== account) return exchange.answer(403);
	return progress(edge, exchange, account, destinationOf(uri?.user ?? '', edge.accounts));
}

async function progress(
	edge: Edge,
	exchange: Exchange,
	account: Account,
	destination: Destination
): Promise<void> {
	const leg = callerLeg(edge, exchange, account, destination);
	const dialling = new Dialling(edge, destination);
	const conversation = new Conversation(edge.identifiers, [leg, dialling]);
	const body = await leg.media.answer(exchange.request.body);
	if (leg.state === 'ended') return;
	const description: HeaderTuple[] = body ? [['Content-Type', 'application/sdp']] : [];
	const answer: Answer = {
		headers: [
			['p-rc-api-ids', conversation.partyIds()],
			contactOf(edge, destination.number),
			...description
		],
		body
	};
	// Before any final answer there must be a provisional one: the SDK takes the first for it. All
	// of them are dropped where the caller cancels before they leave.
	void exchange.answerLater(183, () => (leg.state === 'inviting' ? answer : undefined));
	const failure = body === undefined ? 488 : refusalOf(edge, destination);
	if (failure !== undefined) return fail(exchange, leg, failure);
	const start = () => dialling.start();
	if (edge.settings.answers === 'at once') return succeed(exchange, leg, answer, start);
	leg.whenMet(() => void succeed(exchange, leg, answer));
	start();
}

function fail(exchange: Exchange, leg: Leg, status: number): Promise<void> {
	return exchange.answerLater(status, () => {
		if (leg.state !== 'inviting') return undefined;
		leg.end();
		return {};
	});
}

function succeed(
	exchange: Exchange,
	leg: Leg,
	answer: Answer,
	whenConfirmed?: () => void
): Promise<void> {
	return exchange.answerLater(200, () => {
		if (leg.state !== 'inviting') return undefined;
		leg.answered(LONGEST_WAIT_FOR_ACK, whenConfirmed);
		return answer;
	});
}

function callerLeg(
	edge: Edge,
	exchange: Exchange,
	account: Account,
	destination: Destination
): Leg {
	const asserted = parseUri(exchange.header('P-Asserted-Identity').replace(/^<|>$/g, ''))?.user;
	const contacts = parseContacts(headers(exchange.request, 'Contact'));
	return new Leg(edge, {
		callId: exchange.callId,
		connection: exchange.connection,
		account,
		party: { name: account.name, number: callerIdOf(account, asserted ?? '') },
		direction: 'outbound',
		local: exchange.taggedTo,
		remote: exchange.header('From'),
		target: (contacts !== '*' && contacts[0]?.uri) || exchange.request.uri,
		user: destination.number,
		invite: exchange
	});
}
