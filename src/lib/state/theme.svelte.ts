/** `system` follows the operating system's preference. `static/theme.js` reads the same key. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'sipscope.theme';

class ThemeChoice {
	#chosen = $state<Theme>('system');

	constructor() {
		const attribute = document.documentElement.dataset['theme'];
		if (attribute === 'light' || attribute === 'dark') this.#chosen = attribute;
	}

	get chosen(): Theme {
		return this.#chosen;
	}

	choose(theme: Theme): void {
		this.#chosen = theme;
		if (theme === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
		try {
			if (theme === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, theme);
		} catch {
			// Storage denied: the choice holds for this page only.
		}
	}
}

export const theme = new ThemeChoice();
