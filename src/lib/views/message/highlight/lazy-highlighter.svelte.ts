import type { highlight } from './highlighter.ts';

/** Shiki comes with the first message that is looked at; until then, and without it, text is plain. */
class LazyHighlighter {
	#highlight = $state.raw<typeof highlight>();
	#loading: Promise<void> | undefined;

	/** Set once it is loaded; reading it subscribes. */
	get highlight(): typeof highlight | undefined {
		return this.#highlight;
	}

	load(): Promise<void> {
		return (this.#loading ??= import('./highlighter.ts').then(
			(module) => {
				this.#highlight = module.highlight;
			},
			(error: unknown) => {
				console.warn('Messages stay uncoloured: the highlighter could not be loaded.', error);
				this.#loading = undefined;
			}
		));
	}
}

export const highlighter = new LazyHighlighter();
