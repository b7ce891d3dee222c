import { parseInfo, type Info } from '../../../ringcentral/info.ts';
import { destinationEnd } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Exchange } from '../transaction/exchange.ts';
import type { Leg } from '../call/leg.ts';
import { destinationOf } from '../network/number-plan.ts';
import { Unattended } from '../network/unattended.ts';

interface Result {
	code: number;
	description: string;
	[member: string]: unknown;
}

type Perform = (edge: Edge, leg: Leg, info: Info) => Result;

const WRONG_STATE: Result = { code: -4, description: 'State is not accepted for processing' };
const SUCCEEDED: Result = { code: 0, description: 'Succeeded' };
const FIRST_PARKING_PLACE = 801;
const PARKING_PLACES = 99;

/** What a phone may ask about its call by JSON. */
const commands: ReadonlyMap<string, Perform> = new Map<string, Perform>([
	['startcallrecord', (_edge, leg) => record(leg, true)],
	['stopcallrecord', (_edge, leg) => record(leg, false)],
	['callpark', park],
	['callflip', flip]
]);

/** Answered at once; what came of it follows in an INFO of ours. An INFO of another kind is only heard. */
export function info(edge: Edge, exchange: Exchange): void {
	const leg = edge.legs.of(exchange);
	if (!leg) return void exchange.answer(481);
	void exchange.answer(200);
	const request = parseInfo(exchange.request.body);
	const perform = request?.kind === 'request' ? commands.get(request.command) : undefined;
	if (!request || !perform) return;
	const result = leg.state === 'confirmed' ? perform(edge, leg, request) : WRONG_STATE;
	const response = { reqid: request.reqid, command: request.command, result };
	void leg.request('INFO', [['Content-Type', 'application/json']], JSON.stringify({ response }));
}

function record(leg: Leg, on: boolean): Result {
	if (leg.recording === on) return WRONG_STATE;
	leg.recording = on;
	return SUCCEEDED;
}

/** The other end waits; the phone hangs up its leg itself, which then is nobody's end. */
function park(edge: Edge, leg: Leg): Result {
	if (!leg.conversation?.has(leg)) return WRONG_STATE;
	leg.conversation.replace(leg, new Unattended());
	const place = FIRST_PARKING_PLACE + edge.identifiers.below(PARKING_PLACES);
	return { ...SUCCEEDED, 'park extension': String(place) };
}

/** The call goes on at another telephone of the same user. */
function flip(edge: Edge, leg: Leg, { target = '' }: Info): Result {
	const destination = destinationOf(target, edge.accounts);
	if (destination.kind === 'nowhere' || !leg.conversation?.has(leg)) return WRONG_STATE;
	leg.conversation.replace(leg, destinationEnd(edge, destination));
	return { ...SUCCEEDED, number: destination.number, target };
}
