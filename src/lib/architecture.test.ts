import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violationsOf, type House } from '../../tests/architecture/house.ts';

const PURE = ['sip', 'ringcentral', 'trace', 'analysis', 'ladder', 'query', 'compare', 'redaction'];
const WIDGETS = ['svelte', 'bits-ui', 'paneforge', '@lucide/svelte', '@internationalized/date'];

/** Who may import whom. A room that is not named here does not exist. */
const house: House = {
	sip: { rooms: [], packages: ['@noble/hashes'] },
	trace: { rooms: [], packages: [] },
	ringcentral: { rooms: ['sip'], packages: [] },
	analysis: { rooms: ['sip', 'trace', 'ringcentral'], packages: [] },
	ladder: { rooms: ['sip', 'trace', 'analysis'], packages: [] },
	query: { rooms: ['sip', 'ringcentral', 'trace', 'analysis'], packages: ['re2js'] },
	compare: { rooms: ['sip'], packages: ['diff'] },
	redaction: { rooms: ['sip', 'ringcentral', 'trace'], packages: [] },
	formats: { rooms: PURE, packages: ['fflate'] },
	simulator: { rooms: ['sip', 'ringcentral'], packages: [] },
	'simulator/media': { rooms: ['simulator', 'sip'], packages: ['node:', 'werift'] },
	'simulator/scenario': { rooms: ['simulator', 'sip', 'ringcentral'], packages: ['zod'] },
	'simulator/host': {
		rooms: ['simulator', 'simulator/media', 'simulator/scenario', 'sip', 'ringcentral'],
		packages: ['node:', 'ws', 'selfsigned', 'vite', 'zod']
	},
	capture: { rooms: ['trace'], packages: ['ringcentral-web-phone'] },
	stream: { rooms: ['capture', 'formats', 'trace'], packages: ['ringcentral-web-phone'] },
	ingest: {
		rooms: ['stream', 'formats', 'trace', 'simulator/host'],
		packages: ['node:', 'ws', 'vite']
	},
	phone: { rooms: ['capture', 'trace', 'sip'], packages: ['ringcentral-web-phone'] },
	'phone/tabs': {
		rooms: ['phone', 'capture', 'trace'],
		packages: ['ringcentral-web-phone', 'zod']
	},
	storage: { rooms: ['trace', 'formats'], packages: ['idb'] },
	'storage/memory': { rooms: ['trace'], packages: [] },
	state: {
		rooms: [
			...PURE,
			'formats',
			'capture',
			'phone',
			'phone/tabs',
			'storage',
			'storage/memory',
			'stream'
		],
		types: ['simulator/host'],
		packages: ['svelte', '$app']
	},
	ui: { rooms: [], packages: WIDGETS },
	views: {
		rooms: [...PURE, 'ui', 'state', 'phone'],
		types: ['storage', 'formats'],
		packages: [...WIDGETS, 'shiki', '$app']
	},
	routes: { rooms: ['views', 'state', 'ui'], packages: [...WIDGETS, '$app', '@sveltejs/kit'] },
	cli: {
		rooms: [
			...PURE,
			'formats',
			'ingest',
			'storage/memory',
			'simulator',
			'simulator/host',
			'simulator/media',
			'simulator/scenario'
		],
		packages: ['node:', 'commander', 'env-paths', 'open', 'vite', 'zod']
	}
};

const project = join(import.meta.dirname, '../..');

describe('the house', () => {
	it('is as planned: who imports whom, and no file too long', () => {
		const files = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
			.map((file) => file.replaceAll(sep, '/'));
		expect(files.length).toBeGreaterThan(50);
		const violations = files.flatMap((file) =>
			violationsOf(house, file, readFileSync(join(project, file), 'utf8'), (path) =>
				existsSync(join(project, path))
			)
		);
		expect(violations).toEqual([]);
	}, 60_000);

	it.each([
		['sip/via.ts', "import { x } from '../trace/entry.ts';", 'sip may not import trace'],
		['sip/via.ts', "\n\nexport * from 'svelte/store';", 'sip may not import svelte'],
		['sip/via.ts', "type A = import('../trace/entry.ts').Entry;", 'sip may not import trace'],
		['trace/entry.ts', "await import('@lucide/svelte/icons/x');", 'may not import @lucide/svelte'],
		['phone/call.ts', "import type { IDBPDatabase } from 'idb';", 'phone may not import idb'],
		['state/x.svelte.ts', "import 'ringcentral-web-phone/types';", 'ringcentral-web-phone'],
		['views/a/b.ts', "import { now } from '../../capture/clock.ts';", 'may not import capture'],
		['views/b.ts', "import { type A, b } from '../storage/x.ts';", 'only types of storage'],
		['simulator/core/a.ts', "import { join } from 'node:path';", 'simulator may not import node:'],
		['simulator/core/a.ts', "import '../host/b.ts';", 'may not import simulator/host'],
		['query/filter.ts', "import '../../../tests/chromium.ts';", 'which is for tests'],
		['query/filter.ts', "import '../sip/testing/a.ts';", 'which is for tests'],
		['query/filter.ts', "import '$lib/sip/via.ts';", 'use a relative path'],
		['query/filter.ts', "import '../sip/via';", 'names no file'],
		['helpers/filter.ts', '', 'belongs to no room'],
		['ui/Row.svelte', '<p>a</p>\n\n{#await import("shiki")}{/await}', 'ui may not import shiki'],
		[
			'ui/Row.svelte',
			'<script module lang="ts" generics="T extends Map<string, string>">\nlet a;\nimport "../sip/via.ts";\n</script>',
			'ui may not import sip'
		]
	])('would notice in %s: %j', (file, source, message) => {
		const violations = violationsOf(house, `src/lib/${file}`, source, (path) =>
			/\.(ts|svelte)$/.test(path)
		);
		expect(violations).toHaveLength(1);
		expect(violations[0]).toContain(message);
	});

	it('would notice a file that is too long', () => {
		const check = (lines: number) =>
			violationsOf(house, 'src/app.html', '<p>\n'.repeat(lines), () => true);
		expect(check(350)).toEqual([]);
		expect(check(351)).toEqual(['src/app.html:351: longer than 350 lines']);
	});

	it('names the line, in scripts of Svelte files too', () => {
		const source = '<p>x</p>\n<script lang="ts">\n\timport "svelte";\n\timport "idb";\n</script>\n';
		expect(violationsOf(house, 'src/lib/ui/Row.svelte', source, () => true)).toEqual([
			'src/lib/ui/Row.svelte:4: ui may not import idb'
		]);
	});

	it.each([
		['src/lib/views/a.ts', "import type { A } from '../storage/x.ts';"],
		['src/lib/views/a.ts', "import { type A } from '../storage/x.ts';"],
		['src/lib/simulator/host/a.ts', "import { WebSocketServer } from 'ws';"],
		['src/lib/sip/via.ts', "const text = \"import 'svelte'\"; // import 'idb'"],
		['src/lib/sip/via.test.ts', "import fc from 'fast-check';"],
		['src/routes/+page.ts', "import type { PageLoad } from './$types';"],
		['src/routes/+page.svelte', "<script>import A from '$lib/views/A.svelte';</script>"]
	])('lets pass in %s: %j', (file, source) => {
		expect(violationsOf(house, file, source, (path) => /\.(ts|svelte)$/.test(path))).toEqual([]);
	});
});
