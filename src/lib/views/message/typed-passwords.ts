import { SvelteMap } from 'svelte/reactivity';

/** Passwords that were typed to judge credentials, by user name: in this page's memory, and nowhere else. */
export const typedPasswords = new SvelteMap<string, string>();
