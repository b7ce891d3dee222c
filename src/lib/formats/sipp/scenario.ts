import type { SeenMessage } from '../../analysis/seen-message.ts';
import { ackTemplate, messageTemplate, type TemplateContext } from './message-template.ts';
import { isInvite, type PlayedCall } from './played-call.ts';
import { type Step, stepsOf } from './steps.ts';

/** A call as a scenario of SIPp's (its XML, https://sipp.readthedocs.io). */
export function printScenario(call: PlayedCall): string {
	const printer = new ScenarioPrinter(call, stepsOf(call));
	const name = call.role === 'uac' ? 'A caller' : 'Who is called';
	return (
		'<?xml version="1.0" encoding="UTF-8" ?>\n' +
		`<scenario name="${name}, as seen in a trace">\n\n${printer.print()}</scenario>\n`
	);
}

class ScenarioPrinter {
	readonly #role: PlayedCall['role'];
	readonly #steps: readonly Step[];
	/** Requests whose answers come after something else was received: by them, what their values are kept as. */
	readonly #kept: ReadonlyMap<SeenMessage, string>;

	constructor({ role }: PlayedCall, steps: readonly Step[]) {
		this.#role = role;
		this.#steps = steps;
		this.#kept = keptRequests(steps);
	}

	print(): string {
		return this.#steps.map((step, index) => `${this.#printStep(step, index)}\n`).join('');
	}

	#printStep(step: Step, index: number): string {
		switch (step.kind) {
			case 'pause':
				return `  <pause milliseconds="${step.milliseconds}"/>\n`;
			case 'send':
				return this.#printSend(step.message, index);
			case 'send-ack':
				return sending(ackTemplate(step.invite, this.#contextAt(index, step.invite)), false);
			case 'receive':
				return this.#printReceive(step.message, step.optional);
			case 'receive-provisional':
				return `  <recv response="${step.status}" optional="true"/>\n`;
			case 'receive-ack':
				return '  <recv request="ACK"/>\n';
		}
	}

	#printSend(message: SeenMessage, index: number): string {
		const { head, transaction } = message;
		const isRequest = head.kind === 'request';
		const repeats = isRequest && head.method !== 'ACK';
		const invite = isRequest ? sharedInvite(message) : undefined;
		const context = this.#contextAt(index, invite);
		const answered = transaction?.request;
		const kept = isRequest || answered === undefined ? undefined : this.#kept.get(answered);
		return sending(messageTemplate(message, { ...context, kept }), repeats);
	}

	#printReceive(message: SeenMessage, optional: boolean): string {
		const { head, transaction } = message;
		const attributes = [
			head.kind === 'request' ? `request="${head.method}"` : `response="${head.status}"`,
			optional ? 'optional="true"' : '',
			tellsTarget(message) ? 'rrs="true"' : '',
			head.kind === 'response' && transaction?.retriedBy ? 'auth="true"' : ''
		];
		const actions = this.#keeping(message).map(
			([field, variable]) =>
				`      <ereg regexp=".*" search_in="hdr" header="${field}:" assign_to="${variable}"/>\n`
		);
		const begin = `  <recv ${attributes.filter(Boolean).join(' ')}`;
		if (actions.length === 0) return `${begin}/>\n`;
		return `${begin}>\n    <action>\n${actions.join('')}    </action>\n  </recv>\n`;
	}

	/** What of a request is kept for later. */
	#keeping(message: SeenMessage): [field: string, variable: string][] {
		const kept = this.#kept.get(message);
		const fields: [string, string][] = [];
		if (kept !== undefined)
			for (const field of ['Via', 'From', 'To', 'CSeq'])
				fields.push([field, `${kept}_${field.toLowerCase()}`]);
		if (this.#isFirstRequest(message) && this.#sendsRequests())
			fields.push(['From', 'remote'], ['To', 'local']);
		return fields;
	}

	#isFirstRequest(message: SeenMessage): boolean {
		const first = this.#steps[0];
		return this.#role === 'uas' && first?.kind === 'receive' && first.message === message;
	}

	#sendsRequests(): boolean {
		return this.#steps.some((step) => step.kind === 'send' && step.message.head.kind === 'request');
	}

	#contextAt(index: number, invite: SeenMessage | undefined): TemplateContext {
		const before = this.#steps.slice(0, index);
		const sent = before.findLastIndex((step) => step.kind === 'send' && step.message === invite);
		return {
			role: this.#role,
			branchOf: sent < 0 ? 0 : index - sent,
			knowsTarget: before.some((step) => step.kind === 'receive' && tellsTarget(step.message)),
			kept: undefined
		};
	}
}

function sending(lines: readonly string[], repeats: boolean): string {
	const attributes = repeats ? ' retrans="500"' : '';
	const text = lines.map((line) => (line === '' ? '\n' : `      ${line}\n`)).join('');
	return `  <send${attributes}>\n    <![CDATA[\n\n${text}\n    ]]>\n  </send>\n`;
}

/** Whether SIPp learns from it where the dialog's requests go. */
function tellsTarget({ head }: SeenMessage): boolean {
	if (head.contact === '' || head.method !== 'INVITE') return false;
	return head.kind === 'request' || (head.status >= 200 && head.status < 300);
}

/** The INVITE in whose transaction a CANCEL, or the ACK of a refusal, is sent. */
function sharedInvite({ head, transaction }: SeenMessage): SeenMessage | undefined {
	if (head.method === 'CANCEL') return transaction?.cancels?.request;
	const refused = head.method === 'ACK' && (transaction?.final?.head.status ?? 0) >= 300;
	return refused && isInvite(transaction?.request) ? transaction?.request : undefined;
}

function keptRequests(steps: readonly Step[]): Map<SeenMessage, string> {
	const kept = new Map<SeenMessage, string>();
	let latest: SeenMessage | undefined;
	for (const step of steps) {
		if (step.kind === 'receive') latest = step.message;
		if (step.kind === 'receive-ack' || step.kind === 'receive-provisional') latest = undefined;
		const answered = step.kind === 'send' ? step.message.transaction?.request : undefined;
		if (step.kind !== 'send' || step.message.head.kind !== 'response') continue;
		if (answered === undefined || answered === latest || kept.has(answered)) continue;
		kept.set(answered, `request${kept.size + 1}`);
	}
	return kept;
}
