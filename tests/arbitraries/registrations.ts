import fc from 'fast-check';
import { ScriptedTrace } from '../scripted-trace.ts';
import type { ScriptedPhone, ScriptedRegister } from '../scripted-phone.ts';

/** What happens to one of the phones, and how long nothing happens after it. */
interface Step {
	phone: number;
	event: 'dial' | 'lose' | 'unregister' | ScriptedRegister;
	pause: number;
}

const anyEvent: fc.Arbitrary<Step['event']> = fc.oneof(
	{
		weight: 1,
		arbitrary: fc.constantFrom('dial' as const, 'lose' as const, 'unregister' as const)
	},
	{
		weight: 3,
		arbitrary: fc.constantFrom<ScriptedRegister>(
			{},
			{ granted: 20 },
			{ status: 401 },
			{ status: 503 },
			{ status: 603, reason: 'Too Many Contacts' },
			{ status: 403, reason: 'Forbidden, instance id is intercepted by another registration' },
			{ others: ['<sip:desk@192.0.2.9>;expires=36;+sip.instance="<urn:uuid:desk>"'] }
		)
	}
);

const anyStep: fc.Arbitrary<Step> = fc.record({
	phone: fc.nat(2),
	event: anyEvent,
	pause: fc.constantFrom(0, 5, 3_000, 28_000, 57_000, 70_000)
});

/** Three phones of an extension, two of one instance, that register and get lost at will. */
export const anyRegistrations: fc.Arbitrary<ScriptedTrace> = fc
	.array(anyStep, { maxLength: 14 })
	.map((steps) => {
		const trace = new ScriptedTrace();
		const phones = ['a', 'a', 'b'].map((instance, index) =>
			trace.phone('Alice', '101', { id: `tab-${index}`, instance })
		);
		for (const { phone, event, pause } of steps) {
			const chosen = phones[phone];
			if (chosen) act(chosen, event);
			trace.wait(pause);
		}
		return trace;
	});

function act(phone: ScriptedPhone, event: Step['event']): void {
	if (phone.connection === '') phone.online();
	if (event === 'dial' || isClosed(phone)) phone.connect();
	if (event === 'dial') return;
	if (event === 'lose') phone.disconnect();
	else if (event === 'unregister') phone.register({ expires: 0 });
	else phone.register(event);
}

function isClosed({ trace, connection }: ScriptedPhone): boolean {
	return trace.entries.some(
		(one) => one.kind === 'socket' && one.event === 'close' && one.connection === connection
	);
}
