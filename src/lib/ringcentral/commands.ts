/**
 * Commands of RingCentral's XML messages (`Hdr Cmd="6"`): in the P-rc field of an INVITE, and in the
 * body of a MESSAGE. Names are the SDK's.
 */
export const Command = {
	ChangeMessage: 1,
	ServerFreeResources: 2,
	NewMsg: 3,
	ReLogin: 4,
	ChangePhones: 5,
	IncomingCall: 6,
	AlreadyProcessed: 7,
	ClientMinimize: 8,
	SessionClose: 9,
	ClientForward: 10,
	ClientVoicemail: 11,
	ClientReject: 12,
	ClientStartReply: 13,
	ClientReply: 14,
	ClientNotProcessed: 15,
	ClientClosed: 16,
	ClientReceiveConfirm: 17
} as const;

export type CommandName = keyof typeof Command;

const NAMES: ReadonlyMap<number, CommandName> = new Map(
	Object.entries(Command).map(([name, cmd]) => [cmd, name as CommandName])
);

/** `IncomingCall` for 6; `undefined` for a number that is no command. */
export function commandName(cmd: number): CommandName | undefined {
	return NAMES.get(cmd);
}
