import type { Entry } from '../trace/entry.ts';

/** Something went wrong, so that its mark has the colour of that; its words say what. */
export function isTrouble(entry: Entry): boolean {
	switch (entry.kind) {
		case 'message':
			return false;
		case 'socket':
			return entry.event === 'error' || (entry.event === 'close' && !entry.wasClean);
		case 'phone':
			return entry.event === 'error' || entry.event === 'failed';
		case 'media':
			return entry.event !== 'stats' && entry.state === 'failed';
		case 'loss':
			return true;
	}
}
