import { expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { host, pcapFile, udpFrame, type Host } from '../../../tests/packets.ts';
import { readTrace } from '../../../tests/read-trace.ts';
import { Stamper } from '../formats/reading.ts';
import { GrowingLadder } from './growing-ladder.ts';
import { ALL_LANES, type LaneChoice } from './lane.ts';

const alice = host(10);
const proxy = host(1);
const second = host(2);
const bob = host(20);

function head(startLine: string, method: string, vias: readonly Host[]): string {
	return [
		startLine,
		...vias.map(
			({ address }) =>
				`Via: SIP/2.0/UDP ${address.join('.')}:5060;branch=z9hG4bK-${address[3]}-${method}`
		),
		'From: "Alice" <sip:101@example.com>;tag=a',
		`To: "Bob" <sip:102@example.com>${startLine.startsWith('INVITE') ? '' : ';tag=b'}`,
		'Call-ID: captured@example.com',
		`CSeq: 1 ${method}`,
		'Content-Length: 0',
		'\r\n'
	].join('\r\n');
}

/** A request of Alice's through all hops, and its answer back. */
function exchange(hops: readonly Host[], method: string, status: string): Buffer[] {
	const way = hops.slice(1).map((to, index) => {
		const vias = hops.slice(0, index + 1).toReversed();
		const from = vias[0] ?? to;
		return { from, to, vias };
	});
	return [
		...way.map(({ from, to, vias }) =>
			udpFrame(from, to, head(`${method} sip:102@example.com SIP/2.0`, method, vias))
		),
		...way
			.toReversed()
			.map(({ from, to, vias }) => udpFrame(to, from, head(`SIP/2.0 ${status}`, method, vias)))
	];
}

async function drawn(hops: readonly Host[], lanes: LaneChoice = ALL_LANES) {
	const frames = [...exchange(hops, 'INVITE', '200 OK'), ...exchange(hops, 'BYE', '200 OK')];
	const entries = new Stamper().stamp((await readTrace(pcapFile(frames))).entries);
	const analysis = analysed(entries);
	const ladder = new GrowingLadder(analysis, { lanes });
	ladder.draw(entries);
	const arrows = [...ladder.rows].flatMap((row) =>
		row.type === 'rung' ? [`${row.from} ${row.to}`] : []
	);
	return { analysis, arrows, lanes: ladder.lanes.map(({ title, subtitle }) => [title, subtitle]) };
}

test('a call through a proxy: caller, proxy and callee have lanes of their own', async () => {
	const { analysis, arrows, lanes } = await drawn([alice, proxy, bob]);
	expect(lanes).toEqual([
		['Alice', '192.0.2.10:5060'],
		['192.0.2.1:5060', ''],
		['Bob', '192.0.2.20:5060']
	]);
	expect(arrows).toEqual(['0 1', '1 2', '2 1', '1 0', '0 1', '1 2', '2 1', '1 0']);
	expect(analysis.calls.map(({ direction, outcome }) => [direction, outcome])).toEqual([
		['outbound', 'answered'],
		['inbound', 'answered']
	]);
	expect(analysis.conversations).toHaveLength(1);
});

test('two proxies are two lanes, each one for what it sends and receives', async () => {
	const { arrows, lanes } = await drawn([alice, proxy, second, bob]);
	expect(lanes.map(([title]) => title).toSorted()).toEqual([
		'192.0.2.1:5060',
		'192.0.2.2:5060',
		'Alice',
		'Bob'
	]);
	const titles = (arrow = '') => arrow.split(' ').map((index) => lanes[Number(index)]?.[0]);
	expect(arrows.slice(0, 3).map(titles)).toEqual([
		['Alice', '192.0.2.1:5060'],
		['192.0.2.1:5060', '192.0.2.2:5060'],
		['192.0.2.2:5060', 'Bob']
	]);
});

test('servers are merged by choice', async () => {
	const { lanes } = await drawn([alice, proxy, bob], { ...ALL_LANES, servers: 'one' });
	expect(lanes.map(([title]) => title)).toEqual(['Alice', 'Edge', 'Bob']);
});
