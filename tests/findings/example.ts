import type { ScriptedTrace } from '../scripted-trace.ts';

/** A trace that makes a rule speak, what it then says, and one that comes near and does not. */
export interface Example {
	fires(trace: ScriptedTrace): void;
	says: string;
	spares(trace: ScriptedTrace): void;
}
