import { expect, it, onTestFinished } from 'vitest';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { recoverTails } from './tail.ts';
import { messages, newHeader, readAll, scratchDatabase, scratchName } from './testing/scratch.ts';

interface WritingPage extends Window {
	write(batch: readonly Entry[]): void;
}

const moduleAt = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** A page of its own, in a frame, that opens the database and writes the trace. */
async function openPage(name: string, header: TraceHeader): Promise<HTMLIFrameElement> {
	const frame = document.createElement('iframe');
	frame.srcdoc = `<script type="module">
		import { browserDatabase } from ${moduleAt('./database.ts')};
		import { TraceWriter } from ${moduleAt('./trace-writer.ts')};
		const database = browserDatabase({ name: ${JSON.stringify(name)} });
		await database.connection();
		const writer = TraceWriter.create(database, ${JSON.stringify(header)});
		window.write = (batch) => writer.append(batch);
		parent.postMessage(${JSON.stringify(header.id)});
	</script>`;
	const ready = new Promise<void>((resolve) => {
		const listen = ({ data }: MessageEvent) => data === header.id && resolve();
		addEventListener('message', listen);
		onTestFinished(() => removeEventListener('message', listen));
	});
	document.body.append(frame);
	onTestFinished(() => frame.remove());
	await ready;
	return frame;
}

it('loses nothing and repeats nothing of a page that is closed in the midst of writing', async () => {
	const name = scratchName();
	const database = await scratchDatabase(name);
	for (let milliseconds = 0; milliseconds <= 24; milliseconds += 3) {
		const header = newHeader();
		const frame = await openPage(name, header);
		const { write } = frame.contentWindow as WritingPage;
		for (let seq = 0; seq < 400; seq += 100) write(messages(100, seq));
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		write(messages(50, 400));
		frame.remove();

		await recoverTails(database);
		expect(await readAll(database, header.id)).toEqual(messages(450));
	}
});
