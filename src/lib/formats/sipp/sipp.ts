import { analyseTrace } from '../analysed-trace.ts';
import { FormatError } from '../format-error.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { playedCall, type Role } from './played-call.ts';
import { printScenario } from './scenario.ts';

const LOSES = [
	'all but one call: the first one that the trace has from its INVITE on',
	'passwords, which SIPp is told by -au and -ap, and credentials, which it makes anew',
	'tags, branches, Call-ID, and the addresses of Via, Contact and the session description, which are SIPp’s own',
	'forks, repetitions, and silences of more than 30 seconds'
];

/** A call of the trace as SIPp makes it: `sipp -sf FILE -au NAME -ap PASSWORD HOST`. */
export const sippUac = sippScenario('uac', 'SIPp scenario of the caller');

/** A call of the trace as SIPp takes it: `sipp -sf FILE`. */
export const sippUas = sippScenario('uas', 'SIPp scenario of who is called');

function sippScenario(role: Role, name: string): TraceFormat {
	return {
		id: `sipp-${role}`,
		name,
		extensions: [`.${role}.xml`, '.xml'],
		writer: { loses: LOSES, write: (trace) => write(trace, role) }
	};
}

/** @throws FormatError `no-call`. */
async function* write(trace: TraceToWrite, role: Role): AsyncGenerator<string> {
	const { analysis } = await analyseTrace(trace);
	const call = playedCall(analysis, role);
	if (call === undefined) throw new FormatError('no-call');
	yield printScenario(call);
}
