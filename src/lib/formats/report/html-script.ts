/**
 * The page's only script: arrow keys walk through the ladder. All else works without it, so that a reader
 * who blocks scripts misses no more than that.
 */
export const SCRIPT = `'use strict';
const rowsOf = () => [...document.querySelectorAll('.rows li:has(>article)>a')].filter((row) => row.getClientRects().length > 0);
const show = () => {
	const row = document.querySelector('.rows li:has(>article:target)>a');
	if (row) row.scrollIntoView({ block: 'nearest' });
};
addEventListener('hashchange', show);
addEventListener('keydown', (event) => {
	const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
	if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('pre,input')) return;
	const rows = rowsOf();
	const at = rows.findIndex((row) => row.hash === location.hash);
	const next = rows[at < 0 && step < 0 ? rows.length - 1 : at + step];
	if (!next) return;
	event.preventDefault();
	location.replace(next.hash);
	next.focus({ preventScroll: true });
});
show();
`;
