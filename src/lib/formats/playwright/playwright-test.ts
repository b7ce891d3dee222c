import { textOf } from '../../analysis/entry-text.ts';
import { scanHead } from '../../sip/head.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';

/** A test that expects a page to exchange the same sequence of messages, socket by socket. */
export const playwrightTest: TraceFormat = {
	id: 'playwright',
	name: 'Playwright test',
	extensions: ['.spec.ts', '.ts'],
	writer: {
		loses: [
			'all of a message but which way it went, its method or status, and the method that a response answers',
			'what is no SIP, what never left the phone, and what sockets, phones and media did',
			'times, and the order between messages of different sockets, which is never twice the same',
			'bookmarks and notes'
		],
		write
	}
};

async function* write({ header, batches }: TraceToWrite): AsyncGenerator<string> {
	const sockets = new Map<string | undefined, string[]>();
	for await (const batch of batches()) {
		for (const entry of batch) {
			const step = entry.kind === 'message' ? stepOf(entry) : undefined;
			if (step === undefined) continue;
			const steps = sockets.get(entry.connection) ?? [];
			sockets.set(entry.connection, steps);
			steps.push(step);
		}
	}
	yield `${BEGINNING}\n/** In the order in which sockets are opened. */\nconst EXPECTED: readonly (readonly string[])[] = [\n`;
	let separator = '';
	for (const steps of sockets.values()) {
		yield `${separator}\t[\n${steps.map((step) => `\t\t${quoted(step)}`).join(',\n')}\n\t]`;
		separator = ',\n';
	}
	yield `\n];\n\ntest(${quoted(header.name)}, ${ENDING}`;
}

/** `> INVITE`, `< 200 INVITE`. */
function stepOf(entry: MessageEntry): string | undefined {
	const { kind, method, status } = scanHead(textOf(entry));
	if (kind === 'unreadable' || entry.undelivered) return undefined;
	const sign = entry.direction === 'sent' ? '>' : '<';
	return kind === 'response' ? `${sign} ${status} ${method}` : `${sign} ${method}`;
}

function quoted(text: string): string {
	const plain = JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd')).slice(1, -1);
	return `'${plain.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const BEGINNING = `import { expect, test, type Page } from '@playwright/test';

/** The page that speaks SIP. */
const PAGE = process.env['SIP_PAGE'] ?? '/';

/** What a page's sockets carry: \`> INVITE\` left it, \`< 200 INVITE\` came. Sockets without SIP are left out. */
function watchSip(page: Page): string[][] {
	const sockets: string[][] = [];
	page.on('websocket', (socket) => {
		let steps: string[] | undefined;
		const note = (sign: string, payload: string | Buffer) => {
			const text = payload.toString();
			const [, method, status] = /^(?:([^\\s/]+) \\S+ SIP\\/2\\.0|SIP\\/2\\.0 (\\d{3}))/.exec(text.trimStart()) ?? [];
			const [, answered] = /^cseq[ \\t]*:\\s*\\d+\\s+(\\S+)/im.exec(text) ?? [];
			if (method === undefined && status === undefined) return;
			if (steps === undefined) sockets.push((steps = []));
			steps.push(method === undefined ? \`\${sign} \${status} \${answered ?? ''}\` : \`\${sign} \${method}\`);
		};
		socket.on('framesent', ({ payload }) => note('>', payload));
		socket.on('framereceived', ({ payload }) => note('<', payload));
	});
	return sockets;
}
`;

const ENDING = `async ({ page }) => {
	const sockets = watchSip(page);
	await page.goto(PAGE);
	// Here belongs what a person does: calls, answers, hangs up.
	const begun = () => EXPECTED.map((steps, index) => sockets[index]?.slice(0, steps.length));
	await expect.poll(begun, { timeout: 20_000 }).toEqual(EXPECTED);
});
`;
