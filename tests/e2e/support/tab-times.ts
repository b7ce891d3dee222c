import type { BrowserContext, Page } from '@playwright/test';

/** When a tab was real, in milliseconds since the epoch. */
export interface Tenure {
	/** When the browser gave it the role: at once, as soon as it had ended the page before. */
	granted: number;
	/** When it showed that it is real. */
	from: number;
	/**
	 * When the tab began to go. What a tab writes at that moment may never be kept, as its process is gone:
	 * then the last of its notes that it is still there.
	 */
	until: number;
}

/** How much of what its socket received a tab has seen. */
export interface Sight {
	/** The first that was received. */
	first: string;
	count: number;
}

/**
 * Lets each tab count, frame by frame, what it sees of each of its sockets; once it has had the time to
 * tell others of it, as it may end at any moment.
 */
export async function countSights(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		window.WebSocket = class extends WebSocket {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols);
				const key = `test.sight.${Math.random()}`;
				const sight = { first: '', count: 0 };
				this.addEventListener('message', ({ data }: MessageEvent<string>) => {
					setTimeout(() => {
						sight.first ||= data;
						sight.count++;
						localStorage.setItem(key, JSON.stringify(sight));
					});
				});
			}
		};
	});
}

/** @param page any that is there */
export async function sightsOf(page: Page): Promise<Sight[]> {
	return (await notesOf(page, 'test.sight.')) as Sight[];
}

/** Lets each tab note, by what it shows and at its own time, since when it is real and when it goes. */
export async function noteTenures(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const key = `test.tenure.${Math.random()}`;
		let granted = 0;
		let from: number | undefined;
		const request = navigator.locks.request.bind(navigator.locks);
		navigator.locks.request = ((
			name: string,
			options: LockOptions,
			held: LockGrantedCallback<unknown>
		) =>
			request(name, options, (lock) => {
				if (lock?.name === 'sipscope phones') granted = Date.now();
				return held(lock);
			})) as LockManager['request'];
		const look = () => {
			const isReal = [...document.querySelectorAll('button')].some(
				({ textContent }) => textContent === 'real'
			);
			if (from !== undefined || !isReal) return;
			from = Date.now();
			note();
			setInterval(note, 50);
		};
		const note = () =>
			localStorage.setItem(key, JSON.stringify({ granted, from, until: Date.now() }));
		new MutationObserver(look).observe(document, {
			subtree: true,
			childList: true,
			characterData: true
		});
		addEventListener('pagehide', () => {
			if (from !== undefined) note();
		});
	});
}

/** In the order in which tabs became real. @param page any that is there */
export async function tenuresOf(page: Page): Promise<Tenure[]> {
	const tenures = (await notesOf(page, 'test.tenure.')) as Tenure[];
	return tenures.sort((a, b) => a.from - b.from);
}

async function notesOf(page: Page, prefix: string): Promise<unknown[]> {
	const noted = await page.evaluate(() => Object.entries<string>(localStorage));
	return noted.filter(([key]) => key.startsWith(prefix)).map(([, text]) => JSON.parse(text));
}
