/** What came of a command: `code` 0 is success. */
export interface InfoResult {
	code: number;
	description: string;
	/** Further members as they came, such as `park extension` or `number`. */
	[member: string]: unknown;
}

/**
 * The JSON body of an INFO: a phone's `request`, the edge's `response` to it (same `reqid` and
 * `command`), or a `status` nobody asked for.
 */
export interface Info {
	kind: 'request' | 'response' | 'status';
	reqid: number;
	/** `startcallrecord`, `stopcallrecord`, `callpark`, `callflip`, … */
	command: string;
	result?: InfoResult;
	/** Where a flipped call goes. */
	target?: string;
	/** Members of a request, response or status beyond these, as they came. */
	others: Readonly<Record<string, unknown>>;
}

/** What a command does to a call, by name; `undefined` for one that is not known. */
export function infoCommandWords(command: string): string | undefined {
	return COMMANDS.get(command);
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
	['startcallrecord', 'record the call'],
	['stopcallrecord', 'stop recording'],
	['callpark', 'park the call, for anyone to pick up'],
	['callflip', 'go on with the call at another telephone of the user']
]);

/** What a result's code means; `undefined` for one that is not known. Negative ones are failures. */
export function infoResultWords(code: number): string | undefined {
	return RESULTS.get(code);
}

const RESULTS: ReadonlyMap<number, string> = new Map([
	[0, 'done'],
	[-4, 'the call is not in a state for it: not answered yet, or already so'],
	[-6, 'the same is being done already']
]);

const KINDS = ['request', 'response', 'status'] as const;

/** Reads such a body; `undefined` where it is none, be it broken JSON or another kind of INFO. */
export function parseInfo(json: string): Info | undefined {
	const value = parseJson(json);
	if (!isRecord(value)) return undefined;
	const kind = KINDS.find((name) => isRecord(value[name]));
	const content = kind && value[kind];
	if (kind === undefined || !isRecord(content)) return undefined;
	const { reqid, command, ...rest } = content;
	if (typeof command !== 'string') return undefined;
	const others = Object.fromEntries(
		Object.entries(rest).filter(([name, member]) => !isTold(name, member))
	);
	const info: Info = { kind, reqid: asNumber(reqid), command, others };
	const { result, target } = rest;
	if (isRecord(result)) info.result = resultOf(result);
	if (typeof target === 'string') info.target = target;
	return info;
}

/** Whether a member has a place of its own. */
function isTold(name: string, member: unknown): boolean {
	return (
		(name === 'result' && isRecord(member)) || (name === 'target' && typeof member === 'string')
	);
}

function resultOf(result: Record<string, unknown>): InfoResult {
	const { code, description } = result;
	return {
		...result,
		code: asNumber(code),
		description: typeof description === 'string' ? description : ''
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** -1 where it is absent or no number. */
function asNumber(value: unknown): number {
	return typeof value === 'number' ? value : -1;
}
