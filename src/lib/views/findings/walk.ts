/** Goes from item to item of a list by the keys of the other lists: to what bears `data-walk` in each. */
export function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const places = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-walk]')];
	const at = places.findIndex((place) => place.closest('li')?.contains(document.activeElement));
	const target = places[stepTo(event.key, at, places.length)];
	if (target === undefined) return;
	event.preventDefault();
	target.focus();
}

/** @param at -1 where the focus is in no item; also returned where a key goes nowhere */
function stepTo(key: string, at: number, count: number): number {
	switch (key) {
		case 'ArrowDown':
		case 'j':
			return Math.min(count - 1, at + 1);
		case 'ArrowUp':
		case 'k':
			return at < 0 ? count - 1 : Math.max(0, at - 1);
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return -1;
	}
}
