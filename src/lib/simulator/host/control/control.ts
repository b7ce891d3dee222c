import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Edge } from '../../core/edge.ts';
import { scenarioNamed } from '../../scenario/built-in.ts';
import { checkScenario } from '../../scenario/scenario.ts';
import { ok, write, type Answer } from '../answer.ts';
import { LARGEST_BODY, readBody, readJson } from '../body.ts';
import { idOf, viewOf } from './edge-view.ts';
import { builtInSummaries, type Plays } from './plays.ts';
import { callSchema, closeCode, playSchema } from './schemas.ts';

/** What the edge holds is at this path, what can be done to it below. */
export const CONTROL_PATH = '/edge';

export interface ControlOptions {
	edge: Edge;
	plays: Plays;
	/** The ids of the open sockets. */
	connections(): string[];
	/** Closes one with a WebSocket close code; false where there is none. */
	disconnect(id: string, code: number): boolean;
}

type Handler = (id: string, body: unknown, query: URLSearchParams) => Answer;

const NORMAL_CLOSURE = '1000';
/** Each looks at every message. */
const MOST_PLAYS = 50;
const DONE: Answer = { status: 204 };

/** The edge as its operator sees it: to look at, to call from, to break. */
export class Control {
	#options: ControlOptions;
	/** By method and by what comes after the path; `:id` is any one part. */
	#handlers: Readonly<Record<string, Handler>> = {
		'GET ': () => this.#view(),
		'POST calls': (_id, body) => this.#call(body),
		'POST restart': () => this.#restart(),
		'DELETE bindings/:id': (id) => this.#dropBinding(id),
		'DELETE connections/:id': (id, _body, query) => this.#disconnect(id, query),
		'GET scenarios': () => ok(builtInSummaries()),
		'POST scenarios': (_id, body) => this.#play(body),
		'DELETE scenarios/:id': (id) => (this.#options.plays.end(id) ? DONE : missing('scenario', id))
	};

	constructor(options: ControlOptions) {
		this.#options = options;
	}

	/** Answers a request at the path or below it, whatever it holds. */
	async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await readBody(request);
		if (body.kind === 'gone') return;
		const answer = body.kind === 'whole' ? this.#answer(request, body.text) : tooLarge();
		write(response, answer, request.method === 'HEAD');
	}

	#answer({ method = '', url = '' }: IncomingMessage, text: string): Answer {
		const [path = '', query] = url.slice(CONTROL_PATH.length).replace(/^\//, '').split('?', 2);
		const [kind = '', id] = path.split('/', 2);
		const route = id === undefined ? kind : `${kind}/:id`;
		const key = `${method === 'HEAD' ? 'GET' : method} ${route}`;
		const handler = Object.hasOwn(this.#handlers, key) ? this.#handlers[key] : undefined;
		if (!handler) return failed(404, `There is no ${method} ${CONTROL_PATH}/${route}.`);
		const json = readJson(text);
		if (!json.ok) return failed(400, 'The body is not JSON.');
		return handler(decoded(id ?? ''), json.value ?? {}, new URLSearchParams(query));
	}

	#view(): Answer {
		const { edge, connections, plays } = this.#options;
		return ok(viewOf(edge, connections(), plays.list()));
	}

	#call(body: unknown): Answer {
		const call = callSchema.safeParse(body);
		if (!call.success) return invalid(call.error);
		const made = this.#options.edge.call(call.data);
		if (!made) return missing('extension', call.data.to);
		return { status: 201, body: { sessionId: made.sessionId } };
	}

	#restart(): Answer {
		this.#options.edge.restart();
		return DONE;
	}

	#dropBinding(id: string): Answer {
		const { registrar } = this.#options.edge;
		const binding = registrar.all().find((candidate) => idOf(candidate) === id);
		if (!binding) return missing('binding', id);
		registrar.unregister(binding.account, binding.instance, binding.connection);
		return DONE;
	}

	#disconnect(id: string, query: URLSearchParams): Answer {
		const code = closeCode.safeParse(query.get('code') ?? NORMAL_CLOSURE);
		if (!code.success) return failed(400, 'code: must be a WebSocket close code');
		return this.#options.disconnect(id, code.data) ? DONE : missing('connection', id);
	}

	#play(body: unknown): Answer {
		const play = playSchema.safeParse(body);
		if (!play.success) return invalid(play.error);
		const { name, extension } = play.data;
		const known = name === undefined ? undefined : scenarioNamed(name);
		if (name !== undefined && !known) return missing('scenario', name);
		const { scenario, problems } = known
			? { scenario: known, problems: [] }
			: checkScenario(play.data.scenario);
		if (!scenario) return failed(400, problems.join('\n'), problems);
		if (this.#options.plays.list().length >= MOST_PLAYS) {
			return failed(409, 'Too many scenarios play already. End some.');
		}
		return { status: 201, body: this.#options.plays.start(scenario, extension) };
	}
}

function failed(status: number, error: string, problems?: string[]): Answer {
	return { status, body: { error, problems } };
}

function missing(what: string, id: string): Answer {
	return failed(404, `There is no ${what} ${id}.`);
}

function tooLarge(): Answer {
	const answer = failed(413, `The body has more than ${LARGEST_BODY} bytes.`);
	return { ...answer, headers: { Connection: 'close' } };
}

function invalid({ issues }: z.ZodError): Answer {
	const problems = issues.map(({ path, message }) => [...path, message].join(': '));
	return failed(400, problems.join('\n'), problems);
}

/** An id that is not encoded well is none that there is. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
