import type { Reach, StreamRefusal, StreamView } from '../../state/streams.svelte.ts';
import { allowCommand } from './snippets.ts';

export interface ReachWords {
	title: string;
	text: string;
}

/** @param address where apps stream to */
export function reachWords(reach: Reach, connected: number, address: string): ReachWords {
	switch (reach) {
		case 'looking':
			return { title: 'Looking …', text: '' };
		case 'unreachable':
			return {
				title: 'No server answers',
				text: 'Streams need Sipscope’s own: npm start. It is tried again and again.'
			};
		case 'elsewhere':
			return {
				title: 'Another browser takes the streams',
				text: 'What comes is stored and shown there, until Sipscope is closed in it.'
			};
		case 'open':
			if (connected === 0) return { title: 'Waiting for an app', text: `at ${address}` };
			return { title: connected === 1 ? 'One app streams' : `${connected} apps stream`, text: '' };
	}
}

/** Where a stream comes from. */
export function originWords({ origin }: Pick<StreamView, 'origin'>): string {
	return origin ?? 'a program on this machine';
}

export interface RefusalWords {
	title: string;
	/** What would let it in. */
	command?: string;
}

export function refusalWords({ origin, reason }: StreamRefusal): RefusalWords {
	const who = origin ?? 'A program';
	if (reason !== 'a page from elsewhere')
		return { title: `${who} sent what is no stream: ${reason}.` };
	if (origin === undefined || !/^https?:/.test(origin))
		return { title: `A page that hides where it is from (${who}) was refused.` };
	const title = `${who} was refused, as pages from elsewhere are. To let it in:`;
	return { title, command: allowCommand(origin) };
}
