import sdkCommands from 'ringcentral-web-phone/rc-message/call-control-commands';
import { expect, test } from 'vitest';
import { Command, commandMeaning, commandName } from './commands.ts';

test('commands are the SDK’s', () => {
	expect(Command).toEqual(sdkCommands);
});

test('every command has its name, and a speaker', () => {
	for (const [name, cmd] of Object.entries(Command)) {
		expect(commandName(cmd)).toBe(name);
		expect(commandMeaning(cmd)?.speaker).toBe(name.startsWith('Client') ? 'client' : 'edge');
	}
	expect(commandName(0)).toBeUndefined();
	expect(commandMeaning(18)).toBeUndefined();
});
