import { parseContacts, type Contact } from '../../../sip/fields/contact.ts';
import { addressOfRecord } from '../../../sip/fields/address-of-record.ts';
import { headers } from '../../../sip/message.ts';
import { parseUri } from '../../../sip/uri.ts';
import { usernameOf, type Account } from '../../accounts.ts';
import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';

/** RFC 3261 §10.3, as RingCentral's edge does it: every REGISTER is challenged anew. */
export function register(edge: Edge, exchange: Exchange): void {
	exchange.trying();
	const domain = parseUri(exchange.request.uri)?.host ?? '';
	if (!edge.serves(domain)) return void exchange.answer(404);
	const { connection } = exchange;
	const credentials = exchange.header('Authorization') || undefined;
	const proof = edge.gate.verify(connection, 'REGISTER', domain, credentials);
	if (!proof.account) {
		const challenge = edge.gate.challenge(connection, domain, proof.stale);
		return void exchange.answer(401, { headers: [['Www-Authenticate', challenge]] });
	}
	const { account } = proof;
	if (!isAddressOf(account, exchange.header('To'))) return void exchange.answer(403);
	connection.account = account;
	bind(edge, exchange, account);
}

function bind(edge: Edge, exchange: Exchange, account: Account): void {
	const contacts = parseContacts(headers(exchange.request, 'Contact'));
	if (contacts === '*') return unbindAll(edge, exchange, account);
	const [contact] = contacts;
	if (!contact) return void exchange.answer(400, { reason: 'Missing Contact' });
	const instance = contact.instance ?? contact.uri;
	exchange.connection.instance = instance;
	const expiresSeconds = granted(edge, exchange, contact);
	if (expiresSeconds === 0) {
		edge.registrar.unregister(account, instance, exchange.connection.id);
		return void exchange.answer(200);
	}
	const result = edge.registrar.register({
		account,
		instance,
		connection: exchange.connection.id,
		contact: contact.uri,
		callId: exchange.callId,
		expiresSeconds
	});
	if (result === 'superseded') {
		const reason = 'Forbidden, instance id is intercepted by another registration';
		return void exchange.answer(403, { reason });
	}
	if (result === 'too many') return void exchange.answer(603, { reason: 'Too Many Contacts' });
	void exchange.answer(200, { headers: [['Contact', bound(contact, expiresSeconds)]] });
}

/** A star is for removing alone, and has to say so (RFC 3261 §10.3, step 6). */
function unbindAll(edge: Edge, exchange: Exchange, account: Account): void {
	if (exchange.header('Expires') !== '0') return void exchange.answer(400);
	edge.registrar.unregisterAll(account);
	void exchange.answer(200);
}

/** The contact's own wish goes before the Expires header (RFC 3261 §10.2.1.1). */
function granted(edge: Edge, exchange: Exchange, contact: Contact): number {
	const most = edge.settings.expiresSeconds;
	const expires = exchange.header('Expires');
	const asked = contact.expiresSeconds ?? (/^\d+$/.test(expires) ? Number(expires) : most);
	return Math.min(asked, most);
}

/** `;expires=` comes first after the URI: that is where the SDK reads it. */
function bound({ uri, instance }: Contact, expiresSeconds: number): string {
	const identity = instance === undefined ? '' : `;+sip.instance="<urn:uuid:${instance}>"`;
	return `<${uri}>;expires=${expiresSeconds}${identity}`;
}

function isAddressOf(account: Account, to: string): boolean {
	return addressOfRecord(to).startsWith(`sip:${usernameOf(account)}@`);
}
