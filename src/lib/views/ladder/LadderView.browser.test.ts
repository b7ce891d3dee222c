import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Entry, Unstamped } from '../../trace/entry.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { drawPng } from './picture-file.ts';
import LadderStage from './LadderStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';
import { StagedWorkbench } from '../../state/testing/staged-workbench.svelte.ts';

const ALICE = { phone: 'alice', instance: 'instance-1', connection: 'socket-1' };
const START = 1_800_000_000 * SECOND;

function message(first: string, cseq: string, direction: 'sent' | 'received') {
	const headers = [
		'Via: SIP/2.0/WSS example.invalid;branch=z9hG4bK1',
		'From: <sip:16505550100*101@example.com>;tag=a',
		'To: <sip:102@example.com>',
		'Call-ID: call-1',
		`CSeq: ${cseq}`
	];
	const text = [first, ...headers, 'Content-Length: 0', '', ''].join('\r\n');
	return { kind: 'message', direction, text, ...ALICE } as const;
}

const CALL: [milliseconds: number, entry: Unstamped][] = [
	[
		0,
		{
			kind: 'phone',
			event: 'start',
			name: 'Alice',
			addressOfRecord: 'sip:16505550100*101@example.com',
			...ALICE
		}
	],
	[10, message('INVITE sip:102@example.com SIP/2.0', '1 INVITE', 'sent')],
	[22, message('SIP/2.0 486 Busy Here', '1 INVITE', 'received')],
	[5000, message('ACK sip:102@example.com SIP/2.0', '1 ACK', 'sent')]
];

/** A trace with the call in it, and a place in it that selecting changes. */
function workbenchOf(entries: typeof CALL) {
	const header = traceHeader({ createdAt: START });
	const trace = new OpenTrace(header, true);
	trace.append(
		entries.map(
			([after, entry], seq) => ({ ...entry, seq, at: START + after * MILLISECOND }) as Entry
		)
	);
	const stage = new StagedWorkbench(trace, { view: 'ladder', filter: '' });
	return { workbench: stage.workbench, where: () => stage.where };
}

const ladder = page.getByRole('listbox', { name: 'Ladder' });
/** The event that the phone was started, not a rung that tells how long after it. */
const starting = ladder.getByText(/^starts/);
const rung = (name: RegExp) => ladder.getByRole('option', { name });

test('a rung says who sends what to whom, and how long after the one above', async () => {
	const { workbench } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await expect.element(rung(/^Alice sends INVITE to Edge/)).toBeVisible();
	await expect
		.element(rung(/^Edge sends 486 Busy Here to Alice, 12 ms after INVITE(,|$)/))
		.toBeVisible();
	await expect.element(ladder.getByText('5 s later')).toBeVisible();
	await expect.element(starting).toBeVisible();
});

test('arrows are drawn from lane to lane, at the column of their heads', async () => {
	const { workbench } = workbenchOf(CALL);
	const { container } = await render(LadderStage, { workbench });
	await expect.element(rung(/INVITE to Edge/)).toBeVisible();
	const heads = [...container.querySelectorAll('.heads .head')].map(middleOf);
	const arrow = container.querySelector('.drawing')?.getBoundingClientRect();
	expect(heads).toHaveLength(2);
	expect(arrow?.left).toBeCloseTo(heads[0] ?? 0, 0);
	expect(arrow?.right).toBeCloseTo(heads[1] ?? 0, 0);
});

test('the keyboard goes from message to message, over events and gaps', async () => {
	const { workbench, where } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await expect.element(rung(/INVITE to Edge/)).toBeVisible();
	(ladder.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowDown}');
	expect(where().message).toBe(1);
	await userEvent.keyboard('{End}');
	expect(where().message).toBe(3);
	await expect.element(rung(/sends ACK/)).toHaveAttribute('aria-selected', 'true');
	await userEvent.keyboard('{ArrowUp}');
	expect(where().message).toBe(2);
});

test('a click selects, and events can be left out', async () => {
	const { workbench, where } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await rung(/sends 486/).click();
	expect(where().message).toBe(2);
	await page.getByRole('button', { name: 'Events' }).click();
	await expect.element(starting).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Events' }).click();
	await expect.element(starting).toBeVisible();
});

test('a live ladder stays at its end, until one scrolls away from it', async () => {
	const { workbench } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await expect.element(rung(/sends ACK/)).toBeVisible();
	const list = ladder.element();
	const arrive = (from: number) =>
		workbench.trace.append(
			Array.from({ length: 50 }, (_, index) => ({
				...message('OPTIONS sip:102@example.com SIP/2.0', `${from + index} OPTIONS`, 'sent'),
				seq: from + index,
				at: START + (6000 + from + index) * MILLISECOND
			}))
		);
	const distance = () => list.scrollHeight - list.clientHeight - list.scrollTop;
	arrive(4);
	await expect.poll(() => list.scrollHeight).toBeGreaterThan(50 * 26);
	await expect.poll(distance).toBeLessThan(2);
	list.scrollTop = 0;
	await expect.poll(() => list.scrollTop).toBe(0);
	arrive(54);
	await expect.poll(() => list.scrollHeight).toBeGreaterThan(100 * 26);
	expect(list.scrollTop).toBe(0);
});

const REFRESHES: typeof CALL = Array.from({ length: 3 }, (_, index) => register(index)).flat();

function register(index: number): typeof CALL {
	const contact = 'Contact: <sip:a@b.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";expires=60';
	const frame = (first: string, direction: 'sent' | 'received') => {
		const { text, ...rest } = message(first, `${index} REGISTER`, direction);
		const own = text
			.replace('call-1', `register-${index}`)
			.replace('sip:102@', 'sip:16505550100*101@')
			.replace('branch=z9hG4bK1', `branch=z9hG4bK${index}`);
		return { ...rest, text: own.replace('Content-Length', `${contact}\r\nContent-Length`) };
	};
	const at = index * 57_000;
	return [
		[at, frame('REGISTER sip:example.com SIP/2.0', 'sent')],
		[at + 20, frame('SIP/2.0 200 OK', 'received')]
	];
}

test('refreshes are one line, which says what it hides, and opens by key and by mouse', async () => {
	const { workbench, where } = workbenchOf(REFRESHES);
	await render(LadderStage, { workbench });
	const line = rung(/^2 refreshes of .*, 4 messages in 57 s, folded/);
	await expect.element(line).toBeVisible();
	await expect.element(page.getByText('4 messages of refreshes folded')).toBeVisible();
	await line.click();
	expect(where().message).toBe(2);
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(rung(/sends REGISTER to Edge/).nth(2)).toBeVisible();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(rung(/sends REGISTER to Edge/).nth(1)).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Unfold all' }).click();
	await expect.element(rung(/sends REGISTER to Edge/).nth(2)).toBeVisible();
	await page.getByRole('button', { name: 'Fold again' }).click();
	await expect.element(line).toBeVisible();
});

test('lanes are moved and hidden by their heads, that is said, and one click restores them', async () => {
	const { workbench } = workbenchOf([...CALL, [6000, bobs('INVITE sip:102@example.com SIP/2.0')]]);
	await render(LadderStage, { workbench });
	const heads = page.getByRole('group', { name: 'Lanes' }).getByRole('button');
	const names = () => heads.elements().map((head) => head.getAttribute('aria-label'));
	await expect
		.poll(names)
		.toEqual(['Lane Alice 101', 'Lane Edge example.com', 'Lane bob instance-2']);
	await page.getByRole('button', { name: 'Lane bob' }).click();
	await page.getByRole('menuitem', { name: 'Move left' }).click();
	await expect
		.poll(names)
		.toEqual(['Lane Alice 101', 'Lane bob instance-2', 'Lane Edge example.com']);
	await page.getByRole('button', { name: 'Lane bob' }).click();
	await page.getByRole('menuitem', { name: 'Hide' }).click();
	await expect.poll(names).toEqual(['Lane Alice 101', 'Lane Edge example.com']);
	await expect.element(page.getByText('bob hidden: 1 entry')).toBeVisible();
	await page.getByRole('button', { name: 'Lanes', exact: true }).click();
	await page.getByRole('button', { name: 'Restore' }).click();
	await expect
		.poll(names)
		.toEqual(['Lane Alice 101', 'Lane Edge example.com', 'Lane bob instance-2']);
});

function bobs(first: string): Unstamped {
	const vantage = { phone: 'bob', instance: 'instance-2', connection: 'socket-2' };
	const { text, ...rest } = message(first, '9 INVITE', 'received');
	return { ...rest, ...vantage, text: text.replace('call-1', 'call-2') };
}

test('times count from the selected message, if asked to', async () => {
	const { workbench } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await rung(/sends 486/).click();
	await page.getByRole('button', { name: 'View', exact: true }).click();
	await page.getByRole('combobox', { name: /^Time/ }).selectOptions('since the selected message');
	await expect.element(ladder.getByText('\u221212 ms')).toBeVisible();
	await page.getByRole('combobox', { name: /^Time/ }).selectOptions('since the start');
	await expect.element(ladder.getByText('0.022')).toBeVisible();
});

test('a picture of it says what it holds, and takes what is shown', async () => {
	const { workbench } = workbenchOf(CALL);
	await render(LadderStage, { workbench });
	await page.getByRole('button', { name: 'Picture', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Picture of the ladder' });
	await expect.element(dialog.getByText(/numbers, names and addresses as they are/)).toBeVisible();
	await expect.element(dialog.getByRole('img', { name: /^The ladder/ })).toBeVisible();
	await dialog.getByRole('radio', { name: 'Text' }).click();
	await expect.element(dialog.getByText(/486 Busy Here/)).toBeVisible();
	await dialog.getByRole('radio', { name: 'Mermaid' }).click();
	await expect.element(dialog.getByText(/sequenceDiagram/)).toBeVisible();
	await dialog.getByRole('button', { name: 'Close' }).click();
	await expect.element(dialog).not.toBeInTheDocument();
});

test('an SVG is drawn as PNG', async () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>';
	const { width, height } = await createImageBitmap(await drawPng(svg));
	expect([width, height]).toEqual([60, 40]);
	await expect(drawPng('<svg')).rejects.toThrow();
});

function middleOf(element: Element): number {
	const { left, width } = element.getBoundingClientRect();
	return left + width / 2;
}
