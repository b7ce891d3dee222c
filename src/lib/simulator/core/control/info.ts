import { parseInfo, type Info } from '../../../ringcentral/info.ts';
import { destinationEnd, refusalOf } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Exchange, HeaderTuple } from '../transaction/exchange.ts';
import type { Leg } from '../call/leg.ts';
import { destinationOf } from '../network/number-plan.ts';

interface Result {
	code: number;
	description: string;
	[member: string]: unknown;
}

type Perform = (edge: Edge, leg: Leg, info: Info) => Result;

const WRONG_STATE: Result = { code: -4, description: 'State is not accepted for processing' };
const IN_PROGRESS: Result = { code: -6, description: 'The same operation in progress' };
const SUCCEEDED: Result = { code: 0, description: 'Succeeded' };

/** What a phone may ask about its call by JSON. */
const commands: ReadonlyMap<string, Perform> = new Map<string, Perform>([
	['startcallrecord', (_edge, leg) => record(leg, true)],
	['stopcallrecord', (_edge, leg) => record(leg, false)],
	['callpark', park],
	['callflip', flip]
]);

/** Answered at once; what came of it follows in an INFO of ours. One of another kind is only heard. */
export function info(edge: Edge, exchange: Exchange): void {
	const leg = edge.legs.of(exchange);
	if (!leg) return void exchange.answer(481);
	void exchange.answer(200);
	if (isTrickle(exchange)) return leg.media.trickle(exchange.request.body);
	const request = parseInfo(exchange.request.body);
	const perform = request?.kind === 'request' ? commands.get(request.command) : undefined;
	if (request && perform) operate(edge, leg, request, perform);
}

/** Further ICE candidates (RFC 8840): nothing that is answered by a result. */
function isTrickle(exchange: Exchange): boolean {
	return (
		/^trickle-ice\b/i.test(exchange.header('Info-Package')) ||
		/^application\/trickle-ice-sdpfrag\b/i.test(exchange.header('Content-Type'))
	);
}

function operate(edge: Edge, leg: Leg, request: Info, perform: Perform): void {
	const { reqid, command } = request;
	const isBusy = leg.operations.has(command);
	const result = isBusy ? IN_PROGRESS : resultOf(edge, leg, request, perform);
	leg.operations.add(command);
	const type: HeaderTuple = ['Content-Type', 'application/json'];
	const body = JSON.stringify({ response: { reqid, command, result } });
	void leg.request('INFO', [type], body, () => {
		if (!isBusy) leg.operations.delete(command);
	});
}

function resultOf(edge: Edge, leg: Leg, request: Info, perform: Perform): Result {
	return leg.state === 'confirmed' ? perform(edge, leg, request) : WRONG_STATE;
}

function record(leg: Leg, on: boolean): Result {
	if (leg.recording === on) return WRONG_STATE;
	leg.recording = on;
	return SUCCEEDED;
}

/** The other end waits; the phone hangs up its leg itself, which then is nobody's end. */
function park(edge: Edge, leg: Leg): Result {
	if (!leg.conversation?.has(leg)) return WRONG_STATE;
	const parked = edge.parking.park();
	if (!parked) return WRONG_STATE;
	leg.conversation.replace(leg, parked.end);
	return { ...SUCCEEDED, 'park extension': parked.place };
}

/** The call goes on at another telephone of the same user. */
function flip(edge: Edge, leg: Leg, { target = '' }: Info): Result {
	const destination = destinationOf(target, edge.accounts);
	const isRefused = refusalOf(edge, destination) !== undefined;
	if (isRefused || !leg.conversation?.has(leg)) return WRONG_STATE;
	leg.conversation.replace(leg, destinationEnd(edge, destination));
	return { ...SUCCEEDED, number: destination.number, target };
}
