import { eventually } from '../../src/lib/simulator/testing/eventually.ts';
import type { Desk } from './desk.ts';

/** Somebody outside who picks up at once. */
const OUTSIDE = '+14155550123';

/** What two phones do with a call; each begins and ends with none. */
export const exercises: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
	'hang up': async (desk) => {
		const { outbound } = await desk.answer();
		await outbound.hangup();
	},
	'be hung up on': async (desk) => {
		const { inbound } = await desk.answer();
		await inbound.hangup();
	},
	'hang up while it rings': async (desk) => {
		const { outbound } = await desk.ring();
		await outbound.hangup();
	},
	decline: async (desk) => {
		const { inbound, outbound } = await desk.ring();
		await inbound.decline();
		await outbound.hangup();
	},
	'send to voicemail': async (desk) => {
		const { inbound, outbound } = await desk.ring();
		await inbound.toVoicemail();
		await outbound.hangup();
	},
	'let it ring': async (desk) => {
		const { outbound } = await desk.ring();
		await eventually(() => desk.callee.phone.callSessions.length === 0, 'voicemail took over');
		await outbound.hangup();
	},
	hold: async (desk) => {
		const { inbound, outbound } = await desk.answer();
		await inbound.hold();
		await outbound.hold();
		await inbound.unhold();
		await outbound.unhold();
		await outbound.hangup();
	},
	record: async (desk) => {
		const { inbound } = await desk.answer();
		await inbound.startRecording();
		await inbound.stopRecording();
		await inbound.hangup();
	},
	park: async (desk) => {
		const { inbound, outbound } = await desk.answer();
		await inbound.park();
		await outbound.hangup();
	},
	transfer: async (desk) => {
		const { inbound, outbound } = await desk.answer();
		await inbound.transfer(OUTSIDE);
		await outbound.hangup();
	},
	'call outside': async (desk) => {
		const outbound = await desk.caller.phone.call(OUTSIDE);
		await outbound.hangup();
	},
	'lose the socket in a call': async (desk) => {
		const { inbound, outbound } = await desk.answer();
		await desk.loseSocket(desk.callee);
		await inbound.reInvite();
		await outbound.hangup();
	},
	'start again': async (desk) => {
		await desk.loseSocket(desk.caller);
		await desk.loseSocket(desk.callee);
	}
};
