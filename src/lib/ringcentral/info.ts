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
}

const KINDS = ['request', 'response', 'status'] as const;

/** Reads such a body; `undefined` where it is none, be it broken JSON or another kind of INFO. */
export function parseInfo(json: string): Info | undefined {
	const value = parseJson(json);
	if (!isRecord(value)) return undefined;
	const kind = KINDS.find((name) => isRecord(value[name]));
	const content = kind && value[kind];
	if (kind === undefined || !isRecord(content) || typeof content['command'] !== 'string') {
		return undefined;
	}
	const info: Info = { kind, reqid: asNumber(content['reqid']), command: content['command'] };
	const { result, target } = content;
	if (isRecord(result)) {
		const { code, description } = result;
		info.result = {
			...result,
			code: asNumber(code),
			description: typeof description === 'string' ? description : ''
		};
	}
	if (typeof target === 'string') info.target = target;
	return info;
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
