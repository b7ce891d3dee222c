import type { Edge } from '../../core/edge.ts';
import type { Leg, LegState } from '../../core/call/leg.ts';
import type { Proxy } from '../../core/connection.ts';
import { DIRECTORY } from '../../core/network/directory.ts';
import type { Binding, BindingState } from '../../core/registrar/binding.ts';
import type { PlayView } from './plays.ts';

/** What the edge holds at one moment, as `GET /edge` answers. Times are milliseconds since the epoch. */
export interface EdgeView {
	now: number;
	expiresSeconds: number;
	slotsPerExtension: number;
	extensions: ExtensionView[];
	connections: ConnectionView[];
	playing: PlayView[];
	/** Who can call from outside and be heard. */
	callers: PartyView[];
}

export interface PartyView {
	name: string;
	number: string;
}

export interface ExtensionView {
	extension: string;
	name: string;
	number: string;
	bindings: BindingView[];
	legs: LegView[];
}

export interface BindingView {
	/** By which it can be dropped. */
	id: string;
	instance: string;
	contact: string;
	/** Of the REGISTER that made or refreshed it last. */
	callId: string;
	connection: string;
	state: BindingState;
	expiresAt: number;
}

/** A phone's part of a call. */
export interface LegView {
	callId: string;
	connection: string;
	direction: Leg['direction'];
	state: LegState;
	/** Who is at the other end, as far as it has a name. */
	other?: PartyView;
}

/** One open socket. */
export interface ConnectionView {
	id: string;
	proxy: Proxy;
	/** Whose phone proved itself on it. */
	extension?: string;
}

/** @param connections the ids of the open sockets */
export function viewOf(edge: Edge, connections: string[], playing: PlayView[]): EdgeView {
	const bindings = edge.registrar.all();
	const legs = edge.legs.all();
	return {
		now: edge.environment.now(),
		expiresSeconds: edge.settings.expiresSeconds,
		slotsPerExtension: edge.settings.slotsPerExtension,
		extensions: edge.accounts.map((account) => ({
			extension: account.extension,
			name: account.name,
			number: account.directNumber,
			bindings: bindings.filter((binding) => binding.account === account).map(bindingView),
			legs: legs.filter((leg) => leg.account === account).map(legView)
		})),
		connections: connections.flatMap((id) => {
			const connection = edge.connection(id);
			if (!connection) return [];
			return [{ id, proxy: connection.proxy, extension: connection.account?.extension }];
		}),
		playing,
		callers: DIRECTORY.filter(({ manner }) => manner.kind === 'answers').map(
			({ name, number }) => ({ name, number })
		)
	};
}

/** The parts that tell a binding from all others. */
export function idOf({ account, instance, connection }: Binding): string {
	return [account.extension, connection, instance].join('/');
}

function bindingView(binding: Binding): BindingView {
	const { instance, contact, callId, connection, state, expiresAt } = binding;
	return { id: idOf(binding), instance, contact, callId, connection, state, expiresAt };
}

function legView(leg: Leg): LegView {
	const { callId, connection, direction, state } = leg;
	const other = leg.conversation?.other(leg).party;
	return { callId, connection: connection.id, direction, state, other };
}
