import type { Entry, MediaEntry, MessageEntry, PhoneEntry, SocketEntry } from '../trace/entry.ts';
import { recoveryWords } from './recovery-words.ts';

/** What a mark says: its label, and what comes beside it. */
export interface MarkWords {
	label: string;
	note: string;
}

/** Words for an entry that is no message; `undefined` for what a ladder leaves out. */
export function markWords(entry: Exclude<Entry, MessageEntry>): MarkWords | undefined {
	switch (entry.kind) {
		case 'socket':
			return socketWords(entry);
		case 'phone':
			return phoneWords(entry);
		case 'media':
			return mediaWords(entry);
		case 'loss':
			return {
				label: entry.count === undefined ? 'entries lost' : `${entry.count} entries lost`,
				note: [entry.reason, entry.detail ?? ''].filter(Boolean).join(' · ')
			};
	}
}

function socketWords(entry: SocketEntry): MarkWords {
	switch (entry.event) {
		case 'connecting':
			return { label: 'connects', note: entry.url };
		case 'open':
			return { label: 'socket open', note: entry.protocol };
		case 'error':
			return { label: 'socket error', note: '' };
		case 'close':
			return {
				label: 'socket closed',
				note: [entry.code, entry.reason, entry.wasClean ? '' : 'not clean']
					.filter(Boolean)
					.join(' · ')
			};
	}
}

function phoneWords(entry: PhoneEntry): MarkWords {
	switch (entry.event) {
		case 'start':
			return {
				label: entry.takesOver ? 'taken over by another tab' : 'starts',
				note: entry.addressOfRecord
			};
		case 'action':
			return { label: [entry.action, entry.argument].filter(Boolean).join(' '), note: '' };
		case 'error':
			return { label: entry.action ? `${entry.action} failed` : 'error', note: entry.message };
		case 'failed':
			return { label: 'call failed', note: entry.reason };
		case 'recovery':
			return recoveryWords(entry);
		default:
			return { label: PHONE_EVENTS[entry.event], note: '' };
	}
}

const PHONE_EVENTS = {
	started: 'started',
	dispose: 'disposing',
	disposed: 'disposed',
	inboundCall: 'inbound call',
	outboundCall: 'outbound call',
	ringing: 'ringing',
	answered: 'answered',
	'disposed-call': 'call disposed'
} as const;

/** The way to a connection has a dozen steps; a ladder tells where it ended, and what broke it. */
function mediaWords(entry: MediaEntry): MarkWords | undefined {
	if (entry.event === 'stats') return undefined;
	const { state } = entry;
	if (entry.event === 'connection')
		return OUTCOMES.has(state) ? { label: 'media', note: state } : undefined;
	const failed = state === 'failed' || state === 'disconnected';
	return failed ? { label: MEDIA_EVENTS[entry.event], note: state } : undefined;
}

/** States in which a peer connection stays (W3C WebRTC §4.3.3). */
const OUTCOMES: ReadonlySet<string> = new Set(['connected', 'disconnected', 'failed', 'closed']);

const MEDIA_EVENTS = {
	'ice-gathering': 'ICE gathering',
	'ice-connection': 'ICE',
	dtls: 'DTLS',
	signaling: 'signaling'
} as const;
