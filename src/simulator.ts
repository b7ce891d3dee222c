/** The simulator as a module, for test suites; docs/simulator.md tells how. */
export {
	accountOf,
	builtInAccounts,
	sipInfoOf,
	type Account,
	type SipInfo
} from './lib/simulator/accounts.ts';
export type { Media } from './lib/simulator/core/media.ts';
export type { Settings } from './lib/simulator/core/settings.ts';
export type { HostEvent, SocketEvent } from './lib/simulator/host/host-event.ts';
export {
	createSimulator,
	type HostedSimulator,
	type HostOptions
} from './lib/simulator/host/node-host.ts';
export type { SimulatorConnection } from './lib/simulator/host/simulator.ts';
export { builtInScenarios } from './lib/simulator/scenario/built-in.ts';
export { readScenario, type Scenario } from './lib/simulator/scenario/scenario.ts';

/** Calls with sound, for `createSimulator({ media: await sound() })`; loaded when asked for: it is heavy. */
export async function sound() {
	const { weriftMedia } = await import('./lib/simulator/media/werift-media.ts');
	return weriftMedia;
}
