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

/** Who speaks by a command: RingCentral's edge, or a phone. */
export type CommandSpeaker = 'edge' | 'client';

export interface CommandMeaning {
	speaker: CommandSpeaker;
	/** Absent where nothing but the name is known: no frame with it was ever published. */
	words?: string;
}

const MEANINGS: Readonly<Record<CommandName, CommandMeaning>> = {
	ChangeMessage: { speaker: 'edge' },
	ServerFreeResources: {
		speaker: 'edge',
		words:
			'The call has ended, and the edge has forgotten it. It follows the BYE of an answered call.'
	},
	NewMsg: { speaker: 'edge' },
	ReLogin: { speaker: 'edge' },
	ChangePhones: { speaker: 'edge' },
	IncomingCall: {
		speaker: 'edge',
		words:
			'A call for this phone. It comes in the P-rc field of the INVITE; without it the SDK can neither confirm nor decline.'
	},
	AlreadyProcessed: {
		speaker: 'edge',
		words:
			'The call was answered. Every instance is told, once for each client; the SDK hides what is for another one’s Cln.'
	},
	ClientMinimize: { speaker: 'client' },
	SessionClose: {
		speaker: 'edge',
		words:
			'The call rings here no longer: it was declined, went to voicemail, or the caller chose an answer to a reply.'
	},
	ClientForward: { speaker: 'client', words: 'The call is to go to another number.' },
	ClientVoicemail: { speaker: 'client', words: 'The call is to go to voicemail.' },
	ClientReject: {
		speaker: 'client',
		words:
			'The call is declined. The caller hears no busy tone, but goes on to ring, or to voicemail.'
	},
	ClientStartReply: {
		speaker: 'client',
		words: 'A reply is being written: the call is to go on ringing meanwhile.'
	},
	ClientReply: {
		speaker: 'client',
		words: 'A text that is read to the caller, who may choose an answer.'
	},
	ClientNotProcessed: { speaker: 'client' },
	ClientClosed: { speaker: 'client' },
	ClientReceiveConfirm: {
		speaker: 'client',
		words: 'The call has reached this phone, which rings.'
	}
};

/** What is known of a command; `undefined` for a number that is none. */
export function commandMeaning(cmd: number): CommandMeaning | undefined {
	const name = commandName(cmd);
	return name && MEANINGS[name];
}
