import type { SdkPhone } from './sdk-phone.ts';

/** What can be done with a running phone, as a device that holds a slot, besides its calls. */
export type InstanceAction = 'refresh' | 'unregister' | 'closeSocket';

export interface InstanceActionDefinition {
	id: InstanceAction;
	label: string;
	/** The longest that SDK and edge should take, in seconds. */
	limit: number;
	/** Does it. Rejects with what the SDK threw. */
	perform(sdk: SdkPhone): Promise<void>;
}

/** The SDK itself closes its socket where a REGISTER is not answered for 5 s, and never settles. */
const REGISTER_TIME = 8;
/** A browser waits that long for the other side of the closing handshake. */
const CLOSE_TIME = 4;

/** In the order in which they are offered. */
export const instanceActions: readonly InstanceActionDefinition[] = [
	{
		id: 'refresh',
		label: 'Refresh now',
		limit: REGISTER_TIME,
		perform: (sdk) => sdk.refresh()
	},
	{
		id: 'unregister',
		label: 'Unregister',
		limit: REGISTER_TIME,
		perform: (sdk) => sdk.unregister()
	},
	{
		// Nothing is unregistered and nothing recovers: the edge counts the binding until it expires.
		id: 'closeSocket',
		label: 'Close the socket',
		limit: CLOSE_TIME,
		perform: (sdk) => sdk.closeSocket()
	}
];

/** The definition of an action. */
export function instanceAction(id: InstanceAction): InstanceActionDefinition {
	const definition = instanceActions.find((action) => action.id === id);
	if (!definition) throw new Error(`There is no action ${id}.`);
	return definition;
}
